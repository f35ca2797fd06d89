package glassbox.ui.session;

import glassbox.format.RunFolder;
import glassbox.training.KeyframeMemory;
import glassbox.training.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All runs: those of this session, and those that lie in the folder of runs. */
public final class RunList {
  private static final String NAME = "Run ";

  private final RunShelf shelf;
  private final Undo undo;
  private final Background background;
  private final KeyframeMemory memory = new KeyframeMemory(KeyframeMemory.BYTES);
  private final ObservableList<Run> all = FXCollections.observableArrayList();
  private int nextNumber;
  private int nextInk;
  private int lastName;

  /** Does work off the JavaFX thread and hands its result back on it. */
  interface Background {
    <T> void run(Callable<T> work, Consumer<T> use);
  }

  RunList(RunShelf shelf, Undo undo, Background background) {
    this.shelf = shelf;
    this.undo = undo;
    this.background = background;
  }

  /** In the order in which they were begun, oldest first. */
  public ObservableList<Run> all() {
    return FXCollections.unmodifiableObservableList(all);
  }

  /** The folder that they lie in. */
  public Path folder() {
    return shelf.path();
  }

  KeyframeMemory memory() {
    return memory;
  }

  /** A name that no run has had. */
  String newName() {
    lastName++;
    return NAME + lastName;
  }

  int newNumber() {
    return nextNumber++;
  }

  /** The next colour and dash: runs that nobody has opened take none away. */
  int newInk() {
    return nextInk++;
  }

  void add(Run run) {
    all.add(run);
  }

  /** Takes out a run that came to nothing. */
  void forget(Run run) {
    all.remove(run);
    if (run.isOpen()) {
      memory.release(run.timeline());
    }
  }

  /** Reads the folder again: runs that came or went there, such as by the command line. */
  public void refresh() {
    refresh(() -> {});
  }

  void refresh(Runnable then) {
    background.run(
        () -> shelf.folders().stream().map(SavedRun::list).toList(),
        found -> {
          show(found);
          then.run();
        });
  }

  private void show(List<SavedRun.Listed> found) {
    List<Path> there = found.stream().map(SavedRun.Listed::folder).toList();
    all.removeIf(run -> run.folder() != null && !run.isOpen() && !there.contains(run.folder()));
    List<Run> added = new ArrayList<>();
    for (SavedRun.Listed listed : found) {
      Run known = of(listed.folder());
      if (known == null) {
        added.add(saved(listed, added));
      } else if (!known.isOpen()) {
        update(known, listed);
      }
    }
    all.addAll(added);
    added.forEach(run -> countName(run.name()));
  }

  private @Nullable Run of(Path folder) {
    return of(folder, all);
  }

  private static @Nullable Run of(Path folder, List<Run> among) {
    return among.stream().filter(run -> folder.equals(run.folder())).findFirst().orElse(null);
  }

  private Run saved(SavedRun.Listed listed, List<Run> older) {
    RunPlan plan = listed.plan() == null ? SettingWords.nothing() : listed.plan();
    Run run =
        new Run(
            newNumber(),
            listed.about().name(),
            plan,
            0,
            new glassbox.training.History(),
            new Run.Origin(
                parent(listed, older), listed.about().forkStep(), listed.about().group()));
    run.setInk(-1);
    run.setFolder(listed.folder());
    run.shownProperty().set(false);
    update(run, listed);
    return run;
  }

  private @Nullable Run parent(SavedRun.Listed listed, List<Run> older) {
    String name = listed.about().parent();
    if (name == null) {
      return null;
    }
    Path folder = listed.folder().resolveSibling(name);
    Run known = of(folder);
    return known == null ? of(folder, older) : known;
  }

  private static void update(Run run, SavedRun.Listed listed) {
    if (listed.plan() != null) {
      run.setPlan(listed.plan()); // whoever writes it may have gone on, or have just begun
    }
    if (run.status() == Run.Status.DAMAGED) {
      run.setName(listed.about().name());
    }
    run.setNote(listed.problem().isEmpty() ? listed.about().note() : listed.problem());
    run.setFigures(listed.figures());
    run.setStatus(
        !listed.problem().isEmpty()
            ? Run.Status.DAMAGED
            : listed.atItsEnd() ? Run.Status.FINISHED : Run.Status.UNFINISHED);
  }

  private void countName(String name) {
    if (name.matches(NAME + "[0-9]{1,6}")) {
      lastName = Math.max(lastName, Integer.parseInt(name.substring(NAME.length())));
    }
  }

  /** Gives a run another name. */
  public void rename(Run run, String name) {
    String before = run.name();
    String after = name.strip();
    if (!after.isEmpty() && !after.equals(before)) {
      setName(run, after);
      undo.did(new Object(), () -> setName(run, before), () -> setName(run, after));
    }
  }

  private void setName(Run run, String name) {
    run.setName(name);
    countName(name);
    writeAbout(run, about -> about.withName(name));
  }

  /** Writes a note to a run. */
  public void note(Run run, String note) {
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

  private void writeAbout(Run run, UnaryOperator<glassbox.format.RunAbout> change) {
    Path path = run.folder();
    if (path != null) {
      background.run(
          () -> {
            RunFolder folder = RunFolder.open(path);
            folder.writeAbout(change.apply(folder.readAbout()));
            return path;
          },
          done -> {});
    }
  }

  /** Shows a run on the charts, or does not. */
  public void setShown(Run run, boolean shown) {
    if (run.shownProperty().get() != shown) {
      pin(run, shown);
      undo.did(new Object(), () -> pin(run, !shown), () -> pin(run, shown));
    }
  }

  private static void pin(Run run, boolean shown) {
    run.setPinned(shown);
    run.shownProperty().set(shown);
  }

  /** Deletes runs that are not in hand; it can be undone until the program ends. */
  public void delete(List<Run> runs) {
    List<Run> gone = runs.stream().filter(run -> run.status() != Run.Status.IN_HAND).toList();
    if (!gone.isEmpty()) {
      layAside(gone);
      undo.did(new Object(), () -> putBack(gone), () -> layAside(gone));
    }
  }

  private void layAside(List<Run> runs) {
    List<Path> folders = foldersOf(runs);
    all.removeAll(runs);
    background.run(
        () -> {
          for (Path folder : folders) {
            if (Files.exists(folder)) {
              shelf.delete(folder);
            }
          }
          return folders;
        },
        done -> {});
  }

  private void putBack(List<Run> runs) {
    List<Path> folders = foldersOf(runs);
    all.addAll(runs);
    all.sort(java.util.Comparator.comparingInt(Run::number));
    background.run(
        () -> {
          for (Path folder : folders) {
            shelf.restore(folder);
          }
          return folders;
        },
        done -> {});
  }

  private static List<Path> foldersOf(List<Run> runs) {
    return runs.stream().map(Run::folder).filter(java.util.Objects::nonNull).toList();
  }

  /** What was deleted is deleted for good. */
  void close() {
    try {
      shelf.forgetDeleted();
    } catch (IOException e) {
      System.getLogger(RunList.class.getName())
          .log(System.Logger.Level.WARNING, "deleted runs are still there: " + e);
    }
  }
}
