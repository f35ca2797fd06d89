package glassbox.cli;

import glassbox.format.RunArchive;
import glassbox.format.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a run is read from: its folder, or a {@code .glassbox} file, unpacked for as long. */
final class RunSource implements AutoCloseable {
  private final Path folder;
  private final @Nullable Path temporary;

  private RunSource(Path folder, @Nullable Path temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /** Takes a path as it is, but for a {@code .glassbox} file, whose run's folder it gives. */
  static RunSource of(Path run) throws IOException {
    if (!RunArchive.isNamedSo(run)) {
      return new RunSource(run, null);
    }
    Path temporary = Files.createTempDirectory("glassbox-");
    try {
      return new RunSource(RunArchive.unpack(run, temporary), temporary);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  Path path() {
    return folder;
  }

  RunFolder run() throws IOException {
    return RunFolder.open(folder);
  }

  @Override
  public void close() throws IOException {
    if (temporary == null) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(temporary)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
