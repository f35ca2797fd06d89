package glassbox.ui.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of runs as they lie on the disk. */
final class Shelves {
  private Shelves() {}

  /** Those with a summary, oldest first. */
  static List<Path> finished(Path shelf) {
    return runs(shelf).stream().filter(run -> Files.exists(run.resolve("summary.json"))).toList();
  }

  /** All runs, oldest first. */
  static List<Path> runs(Path shelf) {
    try {
      return new RunShelf(shelf).folders();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] model(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("model.safetensors"));
  }

  /** Copies what is there at this moment, though somebody writes to it. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.filter(file -> !file.toString().endsWith(".part")).toList();
    } catch (UncheckedIOException e) {
      copy(from, to); // a file went while we looked
      return;
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      try {
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target)) {
          Files.write(target, Files.readAllBytes(file));
        }
      } catch (NoSuchFileException e) {
        Files.deleteIfExists(target); // it went meanwhile
      }
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
