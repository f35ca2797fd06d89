package glassbox.data.folder;

import glassbox.data.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Where pictures stand: a folder or an archive. */
interface PictureSource {
  /** A file that is larger is left out. */
  int LARGEST_FILE = 64 << 20;

  /** An archive that unpacks to more is refused. */
  long MOST_BYTES = 16L << 30;

  /** Takes files. */
  interface Visitor {
    void read(String name, byte[] content) throws IOException;

    void unreadable(String name, String why) throws IOException;
  }

  /** Names everything. */
  void list(Listing listing) throws IOException;

  /** Reads the files of these names, in any order. */
  void read(Set<String> names, Visitor visitor) throws IOException;

  /**
   * The folder, {@code .zip}, {@code .tar.gz} or {@code .tgz} at a path.
   *
   * @throws DatasetException where there is none
   */
  static PictureSource at(Path path) throws DatasetException {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path)) {
      return new FolderSource(path);
    }
    if (!Files.exists(path)) {
      throw refusal(path, "expected a folder or an archive, got nothing there");
    }
    if (name.endsWith(".zip")) {
      return new ZipSource(path);
    }
    if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
      return new TarSource(path);
    }
    throw refusal(path, "expected a folder, a .zip or a .tar.gz, got another kind of file");
  }

  static DatasetException refusal(Path path, String expectedAndGot) {
    return new DatasetException("cannot import pictures", path.toString(), expectedAndGot);
  }

  static DatasetException broken(Path path, Exception e) {
    return refusal(
        path,
        "expected a whole archive, got one that is broken: "
            + Objects.requireNonNullElse(e.getMessage(), "it ends too early"));
  }

  /** Reads a whole file, but not a huge one: however little it promised to be. */
  static void visit(String name, InputStream in, Visitor visitor) throws IOException {
    byte[] content;
    try {
      content = in.readNBytes(LARGEST_FILE + 1);
    } catch (IOException e) {
      visitor.unreadable(name, "cannot be read: " + e.getMessage());
      return;
    }
    if (content.length > LARGEST_FILE) {
      visitor.unreadable(name, "larger than %d MiB".formatted(LARGEST_FILE >> 20));
    } else {
      visitor.read(name, content);
    }
  }
}
