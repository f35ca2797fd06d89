package glassbox.format;

import glassbox.training.RunState;
import glassbox.training.Timeline;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Earlier checkpoints of a run, kept in {@code timeline/} of its folder, so that a run that is
 * opened again can be looked at from its beginning. Where they are too many, every second goes.
 */
final class StoredKeyframes {
  private static final int MOST = 64;
  private static final long MOST_BYTES = 256L << 20;
  private static final String ENDING = ".bin";

  private final RunFolder folder;
  private final TreeMap<Long, Path> files = new TreeMap<>();
  private @Nullable Timeline timeline;

  StoredKeyframes(RunFolder folder) {
    this.folder = folder;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.earlier(), "*" + ENDING)) {
      for (Path file : found) {
        String step = String.valueOf(file.getFileName()).replace(ENDING, "");
        if (step.matches("[0-9]{1,18}")) {
          files.put(Long.parseLong(step), file);
        }
      }
    } catch (IOException e) {
      files.clear(); // none are there: the timeline begins at step 0
    }
  }

  void tell(Timeline of) {
    timeline = of;
    files.forEach(this::tellOne);
  }

  private void tellOne(long step, Path file) {
    if (timeline != null) {
      timeline.store(step, () -> Checkpoint.read(file).keyframe());
    }
  }

  /** The newest that can be read whole; empty for none. */
  Optional<RunState> newest() throws IOException {
    for (Path file : files.descendingMap().values()) {
      try {
        return Optional.of(Checkpoint.read(file));
      } catch (FormatException | NoSuchFileException e) {
        continue; // an older one leads to the same run, with more steps
      }
    }
    return Optional.empty();
  }

  /** Keeps the checkpoint that lies in the folder, which is to be replaced. */
  void keepCheckpoint(long step) throws IOException {
    if (!Files.isDirectory(folder.earlier())) {
      Files.createDirectory(folder.earlier()); // a run's folder that has vanished is not made anew
    }
    keep(step, folder.checkpoint());
    if (files.size() > MOST || bytes() > MOST_BYTES) {
      thin();
    }
  }

  /** Keeps what a run has of the steps that this one shares with it, its beginning above all. */
  void adopt(RunFolder parent, long lastStep) throws IOException {
    TreeMap<Long, Path> past = new StoredKeyframes(parent).files;
    if (!past.headMap(lastStep, true).isEmpty()) {
      Files.createDirectories(folder.earlier());
    }
    for (Map.Entry<Long, Path> each : past.headMap(lastStep, true).entrySet()) {
      keep(each.getKey(), each.getValue());
    }
  }

  private void keep(long step, Path checkpoint) throws IOException {
    Path file = folder.earlier().resolve("%09d%s".formatted(step, ENDING));
    try {
      Files.createLink(file, checkpoint);
    } catch (FileAlreadyExistsException e) {
      return; // the run has been here before
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(checkpoint, file);
    }
    files.put(step, file);
    tellOne(step, file);
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files.values()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private void thin() throws IOException {
    List<Long> steps = new ArrayList<>(files.tailMap(0L, false).keySet());
    for (int i = 0; i < steps.size(); i += 2) {
      Path file = files.remove(steps.get(i));
      if (timeline != null) {
        timeline.forgetStored(steps.get(i));
      }
      Files.deleteIfExists(file);
    }
  }
}
