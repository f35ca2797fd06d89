package glassbox.ui.session;

import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Names and notes of runs: what the user writes is kept in their folders and can be undone. */
final class RunLabels {
  private static final String NAME = "Run ";

  private final Undo undo;
  private final Background background;
  private int lastNumber;

  RunLabels(Undo undo, Background background) {
    this.undo = undo;
    this.background = background;
  }

  /** A name that no run has had. */
  String newName() {
    lastNumber++;
    return NAME + lastNumber;
  }

  /** A run has this name. */
  void count(String name) {
    if (name.matches(NAME + "[0-9]{1,6}")) {
      lastNumber = Math.max(lastNumber, Integer.parseInt(name.substring(NAME.length())));
    }
  }

  /** Gives a run another name; an empty one is none. */
  void rename(Run run, String name) {
    String before = run.name();
    String after = name.strip();
    if (!after.isEmpty() && !after.equals(before)) {
      setName(run, after);
      undo.did(new Object(), () -> setName(run, before), () -> setName(run, after));
    }
  }

  private void setName(Run run, String name) {
    run.setName(name);
    count(name);
    writeAbout(run, about -> about.withName(name));
  }

  /** Writes a note to a run; that of a damaged one says what is wrong with it. */
  void note(Run run, String note) {
    String before = run.noteProperty().get();
    if (!note.equals(before) && run.status() != Run.Status.DAMAGED) {
      setNote(run, note);
      undo.did(run, () -> setNote(run, before), () -> setNote(run, note));
    }
  }

  private void setNote(Run run, String note) {
    run.setNote(note);
    writeAbout(run, about -> about.withNote(note));
  }

  private void writeAbout(Run run, UnaryOperator<RunAbout> change) {
    Path path = run.folder();
    if (path != null) {
      background.runBeside(
          () -> {
            RunFolder folder = RunFolder.open(path);
            folder.writeAbout(change.apply(folder.readAbout()));
            return path;
          },
          done -> {});
    }
  }
}
