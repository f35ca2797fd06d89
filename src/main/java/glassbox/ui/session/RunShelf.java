package glassbox.ui.session;

import glassbox.data.Datasets;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunListing;
import glassbox.format.RunRecorder;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the window keeps its runs, each in a folder of its own like the command line does. What is
 * deleted lies aside until the program ends.
 */
public final class RunShelf {
  private static final String IN_HAND = ".in-hand";
  private static final String DELETED = ".deleted";

  private final Path parent;

  /** Where what was deleted lies now: runs of two sweeps may have folders of the same name. */
  private final Map<Path, Path> aside = new HashMap<>();

  public RunShelf(Path parent) {
    this.parent = parent;
  }

  /** The folder of all runs; it may not be there yet. */
  public Path path() {
    return parent;
  }

  /** Makes a folder for a run and begins to keep it. */
  RunRecorder begin(Trainer trainer, RunAbout about) throws IOException {
    String what = Datasets.title(trainer.plan().start().dataset()).toLowerCase(Locale.ROOT);
    RunFolder folder = RunFolder.createIn(parent, what);
    RunRecorder recorder = new RunRecorder(folder, trainer);
    Path origin = about.parent() == null ? null : RunAbout.foundFrom(parent, about.parent());
    if (origin != null && Files.exists(origin)) {
      recorder.beginFork(about, RunFolder.open(origin));
    } else {
      recorder.begin(about);
    }
    return recorder;
  }

  /** Goes on keeping a run in its folder. */
  RunRecorder goOn(Path folder, Trainer trainer) throws IOException {
    RunRecorder recorder = new RunRecorder(RunFolder.open(folder), trainer);
    recorder.goOn();
    return recorder;
  }

  /**
   * Remembers which run is in hand, so that the next start can offer it where this one is killed.
   */
  void takeInHand(Path folder) throws IOException {
    Files.createDirectories(parent);
    Files.writeString(parent.resolve(IN_HAND), RunAbout.seenFrom(parent, folder));
  }

  /** No run is in hand any more. */
  void layDown() throws IOException {
    Files.deleteIfExists(parent.resolve(IN_HAND));
  }

  /** The run that was in hand when the program ended, if it still is there. */
  Optional<Path> inHand() {
    try {
      Path folder = RunAbout.foundFrom(parent, Files.readString(parent.resolve(IN_HAND)).strip());
      return Optional.of(folder).filter(f -> Files.isDirectory(f) && !f.equals(parent));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // nothing was, or it is not ours to guess
    }
  }

  /** All folders that may hold a run, oldest first; those inside a sweep's folder as well. */
  List<Path> folders() throws IOException {
    return Files.isDirectory(parent) ? RunListing.folders(parent) : List.of();
  }

  /** Lays a run aside. */
  synchronized void delete(Path folder) throws IOException {
    Path deleted = parent.resolve(DELETED);
    Files.createDirectories(deleted);
    Path place = Files.createTempDirectory(deleted, "run-").resolve(folder.getFileName());
    Files.move(folder, place);
    aside.put(folder, place);
    deleteEmpty(folder.getParent());
  }

  /** Puts a run back to where it was. */
  synchronized void restore(Path folder) throws IOException {
    Path place = aside.get(folder);
    if (place == null) {
      throw new NoSuchFileException(folder.toString());
    }
    Path sweep = folder.getParent();
    if (sweep != null) {
      Files.createDirectories(sweep);
    }
    Files.move(place, folder);
    aside.remove(folder);
  }

  /** The folder of a sweep goes with its last run. */
  private void deleteEmpty(@Nullable Path sweep) throws IOException {
    if (sweep != null && !sweep.equals(parent)) {
      try {
        Files.deleteIfExists(sweep);
      } catch (DirectoryNotEmptyException e) {
        return; // it holds other runs, or a table of what they came to
      }
    }
  }

  /** What was deleted is deleted for good. */
  void forgetDeleted() throws IOException {
    Path deleted = parent.resolve(DELETED);
    if (!Files.isDirectory(deleted)) {
      return;
    }
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(deleted)) {
      for (Path run : runs) {
        deleteTree(run);
      }
    }
    Files.deleteIfExists(deleted);
  }

  private static void deleteTree(Path run) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(run)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
