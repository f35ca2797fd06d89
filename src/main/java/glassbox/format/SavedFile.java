package glassbox.format;

import java.io.IOException;
import java.nio.file.Path;

/** A file that the user asked for. */
public final class SavedFile {
  private SavedFile() {}

  /** Writes it beside its place and then moves it there. */
  public static void write(Path file, byte[] content) throws IOException {
    AtomicFiles.write(file.toAbsolutePath(), out -> out.write(content));
  }
}
