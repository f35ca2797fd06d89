package glassbox.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Walks the files of a folder, a {@code .zip} or a {@code .tar.gz} one after the other. Nothing is
 * ever written to disk, so the names inside an archive can do no harm.
 */
final class DatasetFiles {
  private static final int MOST_FILES = 10_000;
  private static final long MOST_BYTES = 4L << 30;

  /** Takes one file; what is not of use is left unread. */
  interface Visitor {
    void visit(String name, InputStream content) throws IOException;
  }

  private DatasetFiles() {}

  /** Gives every file of the folder or archive to the visitor, by its name without folders. */
  static void walk(Path path, Visitor visitor) throws IOException {
    String name = String.valueOf(path.getFileName()).toLowerCase(java.util.Locale.ROOT);
    if (Files.isDirectory(path)) {
      walkFolder(path, visitor);
    } else if (!Files.exists(path)) {
      throw new DatasetException(
          "cannot read the data set",
          path.toString(),
          "expected mnist, fashion-mnist, a folder or an archive, got nothing there");
    } else if (name.endsWith(".zip")) {
      walkZip(path, visitor);
    } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
      walkTar(path, visitor);
    } else {
      throw new DatasetException(
          "cannot read the data set",
          path.toString(),
          "expected a folder, a .zip or a .tar.gz, got another kind of file");
    }
  }

  private static void walkFolder(Path folder, Visitor visitor) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !isHidden(file)) // such as one that is being written
              .limit(MOST_FILES)
              .sorted()
              .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new DatasetException(
          "cannot read the data set",
          folder.toString(),
          "expected a folder that may be listed, got: " + e.getMessage());
    }
    for (Path file : files) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        visitor.visit(file.getFileName().toString(), in);
      }
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static void walkZip(Path path, Visitor visitor) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      int files = 0;
      for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
        refuseIf(++files > MOST_FILES, path);
        if (!entry.isDirectory() && zip.canReadEntryData(entry)) {
          try (InputStream in = zip.getInputStream(entry)) {
            visitor.visit(baseName(entry.getName()), in);
          }
        }
      }
    } catch (DatasetException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw broken(path, e);
    }
  }

  private static void walkTar(Path path, Visitor visitor) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        GzipCompressorInputStream gzip = new GzipCompressorInputStream(file, true);
        ArchiveInputStream<?> tar = new TarArchiveInputStream(gzip)) {
      int files = 0;
      long bytes = 0;
      for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        bytes += Math.max(0, entry.getSize());
        refuseIf(++files > MOST_FILES || bytes > MOST_BYTES, path);
        if (!entry.isDirectory()) {
          visitor.visit(baseName(entry.getName()), tar);
        }
      }
    } catch (DatasetException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw broken(path, e);
    }
  }

  private static void refuseIf(boolean tooMuch, Path path) throws DatasetException {
    if (tooMuch) {
      throw new DatasetException(
          "cannot read the data set",
          path.toString(),
          "expected at most %,d files and 4 GiB, got more".formatted(MOST_FILES));
    }
  }

  private static DatasetException broken(Path path, Exception e) {
    return new DatasetException(
        "cannot read the data set",
        path.toString(),
        "expected a whole archive, got one that is broken: "
            + Objects.requireNonNullElse(e.getMessage(), "it ends too early"));
  }

  private static String baseName(String entry) {
    return entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
  }
}
