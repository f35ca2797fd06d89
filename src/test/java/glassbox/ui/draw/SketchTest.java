package glassbox.ui.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Inking;
import glassbox.data.Picture;
import org.junit.jupiter.api.Test;

class SketchTest {
  private static final Brush PEN = new Brush(5, false, false);
  private static final Brush ERASER = new Brush(8, false, true);

  private final Sketch sketch = new Sketch(60, 100, Inking.AUTO);

  private int at(int x, int y) {
    return sketch.picture().pixel(y, x);
  }

  @Test
  void aLineIsAsWideAsTheBrushAndHasRoundEnds() {
    sketch.line(20, 30, 80, 30, PEN);
    assertEquals(255, at(50, 30));
    assertEquals(255, at(50, 26));
    assertEquals(0, at(50, 23));
    assertEquals(255, at(16, 30));
    assertEquals(0, at(15, 25));
    assertEquals(0, at(12, 30));
  }

  @Test
  void itsEdgeIsSmooth() {
    sketch.line(20, 30.5, 80, 30.5, new Brush(4.75, false, false));
    assertTrue(at(50, 35) > 40 && at(50, 35) < 215, at(50, 35) + "");
  }

  @Test
  void aSoftBrushFades() {
    sketch.line(20, 30, 80, 30, new Brush(10, true, false));
    assertEquals(255, at(50, 30));
    assertTrue(at(50, 40) < at(50, 35) && at(50, 40) > 0, at(50, 40) + "");
    assertEquals(0, at(50, 46));
  }

  @Test
  void crossingALineDoesNotDarkenIt() {
    sketch.line(20, 30, 80, 30, PEN);
    sketch.line(50, 10, 50, 50, PEN);
    assertEquals(255, at(50, 30));
    assertEquals(255, at(70, 30));
  }

  @Test
  void theEraserLeavesPaper() {
    sketch.line(20, 30, 80, 30, PEN);
    sketch.line(50, 10, 50, 50, ERASER);
    assertEquals(0, at(50, 30));
    assertEquals(255, at(70, 30));
  }

  @Test
  void linesBeyondTheEdgesAreCutOff() {
    sketch.line(-500, -500, 500, 500, PEN);
    sketch.line(90, 55, 4000, 55, PEN);
    assertEquals(255, at(99, 55));
  }

  @Test
  void whatIsDrawnCanBeTakenBackAndDrawnAgain() {
    sketch.begin();
    sketch.line(20, 30, 80, 30, PEN);
    sketch.begin();
    sketch.line(50, 10, 50, 50, PEN);
    sketch.undo();
    assertEquals(0, at(50, 12));
    assertEquals(255, at(30, 30));
    sketch.undo();
    assertTrue(sketch.isEmpty());
    assertFalse(sketch.canUndo());
    sketch.undo();
    sketch.redo();
    sketch.redo();
    assertEquals(255, at(50, 12));
    sketch.clear(Inking.AUTO);
    assertTrue(sketch.isEmpty());
    sketch.undo();
    assertFalse(sketch.isEmpty());
  }

  @Test
  void onAPhotoOneDrawsWithItsInk() {
    byte[] gray = new byte[6000];
    java.util.Arrays.fill(gray, (byte) 200);
    sketch.put(new Picture(gray, 60, 100), Inking.AUTO);
    sketch.line(20, 30, 80, 30, PEN);
    assertEquals(0, at(50, 30));
    assertEquals(200, at(50, 50));
    sketch.line(50, 10, 50, 50, ERASER);
    assertEquals(200, at(50, 30));
  }
}
