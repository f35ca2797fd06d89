package glassbox.ui.session;

import glassbox.data.Datasets;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunListing;
import glassbox.format.RunRecorder;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the window keeps its runs, each in a folder of its own like the command line does. What is
 * deleted lies aside until the program ends.
 */
public final class RunShelf {
  private static final String IN_HAND = ".in-hand";
  private static final String DELETED = ".deleted";

  private final Path parent;

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
    Path origin = about.parent() == null ? null : parent.resolve(about.parent());
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
    Files.writeString(parent.resolve(IN_HAND), String.valueOf(folder.getFileName()));
  }

  /** No run is in hand any more. */
  void layDown() throws IOException {
    Files.deleteIfExists(parent.resolve(IN_HAND));
  }

  /** The run that was in hand when the program ended, if it still is there. */
  Optional<Path> inHand() {
    try {
      Path folder = parent.resolve(Files.readString(parent.resolve(IN_HAND)).strip());
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
  void delete(Path folder) throws IOException {
    Path aside = parent.resolve(DELETED);
    Files.createDirectories(aside);
    Files.move(folder, aside.resolve(folder.getFileName()));
  }

  /** Puts a run back to where it was. */
  void restore(Path folder) throws IOException {
    Files.move(parent.resolve(DELETED).resolve(folder.getFileName()), folder);
  }

  /** What was deleted is deleted for good. */
  void forgetDeleted() throws IOException {
    Path aside = parent.resolve(DELETED);
    if (!Files.isDirectory(aside)) {
      return;
    }
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(aside)) {
      for (Path run : runs) {
        deleteTree(run);
      }
    }
    Files.deleteIfExists(aside);
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
