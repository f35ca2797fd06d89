package glassbox.ui.session;

import glassbox.training.History;
import glassbox.training.KeyframeMemory;
import glassbox.training.RunPlan;
import glassbox.ui.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All runs: those of this session, and those that lie in the folder of runs. */
public final class RunList {
  private final RunShelf shelf;
  private final Undo undo;
  private final Background background;
  private final RunLabels labels;
  private final KeyframeMemory memory = new KeyframeMemory(KeyframeMemory.BYTES);
  private final ObservableList<Run> all = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
  private int nextNumber;
  private int nextInk;

  RunList(RunShelf shelf, Undo undo, Background background) {
    this.shelf = shelf;
    this.undo = undo;
    this.background = background;
    labels = new RunLabels(undo, background);
  }

  /** In the order in which they were begun, oldest first. */
  public ObservableList<Run> all() {
    return FXCollections.unmodifiableObservableList(all);
  }

  /** Whether the folder has been read, so that an empty list means that there are none. */
  public ReadOnlyBooleanProperty readProperty() {
    return read.getReadOnlyProperty();
  }

  /** The folder that they lie in. */
  public Path folder() {
    return shelf.path();
  }

  KeyframeMemory memory() {
    return memory;
  }

  /** A run that is not in the list yet, by a name that no run has had. */
  Run fresh(RunPlan plan, Run.Origin origin) {
    return fresh(labels.newName(), plan, origin);
  }

  /** A run that is not in the list yet. */
  Run fresh(String name, RunPlan plan, Run.Origin origin) {
    Run fresh = new Run(nextNumber++, name, plan, 0, new History(), origin);
    fresh.setInk(newInk());
    return fresh;
  }

  /** The next colour and dash: runs that nobody has opened take none away. */
  int newInk() {
    return nextInk++;
  }

  void add(Run run) {
    all.add(run);
  }

  /** Takes runs off the charts. */
  void hide(Predicate<Run> which) {
    all.stream().filter(which).forEach(run -> run.shownProperty().set(false));
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
    background.runBeside(
        () -> shelf.folders().stream().map(ListedRun::read).toList(),
        found -> {
          show(found);
          read.set(true);
          then.run();
        });
  }

  private void show(List<ListedRun> found) {
    List<Path> there = found.stream().map(ListedRun::folder).toList();
    all.removeIf(run -> run.folder() != null && !run.isOpen() && !there.contains(run.folder()));
    detachRunsWithoutFolder(there);
    Map<Path, ListedRun> unknown = new LinkedHashMap<>();
    for (ListedRun listed : found) {
      Run known = of(listed.folder());
      if (known == null) {
        unknown.put(listed.folder(), listed);
      } else if (!known.isOpen()) {
        listed.update(known);
      }
    }
    List<Run> added = new ArrayList<>();
    while (!unknown.isEmpty()) {
      add(unknown.values().iterator().next(), unknown, added);
    }
    all.addAll(added);
    added.forEach(run -> labels.count(run.name()));
  }

  /** Adds a run after the one that it was forked from, whose folder may come later by its name. */
  private void add(ListedRun listed, Map<Path, ListedRun> unknown, List<Run> added) {
    unknown.remove(listed.folder());
    Path folder = listed.parentFolder();
    ListedRun before = folder == null ? null : unknown.get(folder);
    if (before != null) {
      add(before, unknown, added);
    }
    added.add(listed.toRun(nextNumber++, parent(listed, added)));
  }

  /** What somebody has deleted or moved while it was open stays, but is not kept any more. */
  private void detachRunsWithoutFolder(List<Path> there) {
    for (Run run : all) {
      Path folder = run.folder();
      boolean rests = run.isOpen() && run.status() != Run.Status.IN_HAND;
      if (rests && folder != null && !there.contains(folder) && !Files.exists(folder)) {
        run.setFolder(null);
        background.refuse(Words.of("session.run.folderGone", run.name()));
      }
    }
  }

  private @Nullable Run of(Path folder) {
    return of(folder, all);
  }

  private static @Nullable Run of(Path folder, List<Run> among) {
    return among.stream().filter(run -> folder.equals(run.folder())).findFirst().orElse(null);
  }

  private @Nullable Run parent(ListedRun listed, List<Run> older) {
    Path folder = listed.parentFolder();
    if (folder == null) {
      return null;
    }
    Run known = of(folder);
    return known == null ? of(folder, older) : known;
  }

  /** Gives a run another name. */
  public void rename(Run run, String name) {
    labels.rename(run, name);
  }

  /** Writes a note to a run. */
  public void note(Run run, String note) {
    labels.note(run, note);
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

  /** Deletes runs that nobody trains; it can be undone until the program ends. */
  public void delete(List<Run> runs) {
    List<Run> gone =
        runs.stream()
            .filter(run -> run.status() != Run.Status.IN_HAND)
            .filter(run -> run.status() != Run.Status.ELSEWHERE)
            .toList();
    if (!gone.isEmpty()) {
      layAside(gone);
      undo.did(new Object(), () -> putBack(gone), () -> layAside(gone));
    }
  }

  private void layAside(List<Run> runs) {
    all.removeAll(runs);
    move(
        runs,
        folder -> {
          if (Files.exists(folder)) {
            shelf.delete(folder);
          }
        });
  }

  private void putBack(List<Run> runs) {
    all.addAll(runs);
    all.sort(Comparator.comparingInt(Run::number));
    move(runs, shelf::restore);
  }

  private interface Move {
    void of(Path folder) throws IOException;
  }

  private void move(List<Run> runs, Move move) {
    List<Path> folders = foldersOf(runs);
    background.runBeside(
        () -> {
          for (Path folder : folders) {
            move.of(folder);
          }
          return folders;
        },
        done -> {},
        this::tellAndRefresh);
  }

  /** What could not be moved is still where it was. */
  private void tellAndRefresh(String problem) {
    background.refuse(problem);
    refresh();
  }

  private static List<Path> foldersOf(List<Run> runs) {
    return runs.stream().map(Run::folder).filter(Objects::nonNull).toList();
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
