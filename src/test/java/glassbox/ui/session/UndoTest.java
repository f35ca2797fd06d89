package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What was done can be taken back and done again, deed by deed. */
class UndoTest {
  private final Undo undo = new Undo();
  private int value;

  /** Does something, as a field or a slider would. */
  private void set(Object source, int to) {
    int before = value;
    value = to;
    undo.did(source, () -> value = before, () -> value = to);
  }

  @Test
  void deedsAreTakenBackInTurnAndDoneAgain() {
    set("a", 1);
    set("b", 2);
    undo.undo();
    assertEquals(1, value);
    undo.undo();
    assertEquals(0, value);
    undo.redo();
    undo.redo();
    assertEquals(2, value);
  }

  @Test
  void whatOneSourceDoesInARowIsOneDeed() {
    Object slider = new Object();
    set("a", 1);
    for (int i = 2; i < 50; i++) {
      set(slider, i);
    }
    undo.undo();
    assertEquals(1, value);
    undo.redo();
    assertEquals(49, value);
  }

  @Test
  void afterAnUndoTheSameSourceBeginsAnew() {
    Object slider = new Object();
    set(slider, 1);
    set("a", 2);
    undo.undo();
    set(slider, 3);
    undo.undo();
    assertEquals(1, value);
  }

  @Test
  void whatIsDoneAnewEndsWhatCouldBeDoneAgain() {
    set("a", 1);
    undo.undo();
    assertTrue(undo.canRedo().get());
    set("b", 2);
    assertFalse(undo.canRedo().get());
    undo.redo();
    assertEquals(2, value);
  }

  @Test
  void itSaysWhatItCan() {
    assertFalse(undo.canUndo().get() || undo.canRedo().get());
    undo.undo();
    undo.redo();
    assertFalse(undo.canUndo().get() || undo.canRedo().get());
    set("a", 1);
    assertTrue(undo.canUndo().get() && !undo.canRedo().get());
    undo.undo();
    assertTrue(!undo.canUndo().get() && undo.canRedo().get());
  }

  @Test
  void whatUndoItselfDoesIsNoDeed() {
    undo.did("a", () -> set("b", 5), () -> set("b", 6));
    undo.undo();
    assertEquals(5, value);
    assertFalse(undo.canUndo().get());
    undo.redo();
    assertEquals(6, value);
  }

  @Test
  void theOldestOfManyDeedsAreForgotten() {
    for (int i = 1; i <= 300; i++) {
      set(new Object(), i);
    }
    for (int i = 0; i < 300; i++) {
      undo.undo();
    }
    assertEquals(100, value);
  }
}
