package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What the user says about a run; kept when the keyboard goes elsewhere. */
final class NoteArea extends TextArea {
  private final RunCommands commands;
  private @Nullable Run run;

  NoteArea(RunCommands commands) {
    this.commands = commands;
    setId("run-note");
    setPromptText(Words.of("runs.note.prompt"));
    setAccessibleText(Words.of("runs.note"));
    setWrapText(true);
    setPrefRowCount(2);
    setMinHeight(56);
    focusedProperty()
        .addListener((property, before, focused) -> {
          if (!focused) {
            keep();
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
  }

  /** Tab goes on, as it does in every other field. */
  private void leaveByTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    }
  }

  void show(@Nullable Run other) {
    if (other != run) {
      keep();
      run = other;
      setText(noteOf(other));
    } else if (!isFocused() && !getText().equals(noteOf(other))) {
      setText(noteOf(other)); // it was undone, or another program wrote it
    }
  }

  private static String noteOf(@Nullable Run of) {
    return of == null ? "" : of.noteProperty().get();
  }

  private void keep() {
    if (run != null && run.status() != Run.Status.DAMAGED) {
      commands.note(run, getText().strip());
    }
  }
}
