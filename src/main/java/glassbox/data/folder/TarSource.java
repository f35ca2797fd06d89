package glassbox.data.folder;

import glassbox.data.DatasetException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The entries of a {@code .tar.gz}. */
record TarSource(Path path) implements PictureSource {
  private interface EntryVisitor {
    void visit(TarArchiveEntry entry, String name, InputStream content) throws IOException;
  }

  @Override
  public void list(Listing listing) throws IOException {
    walk((entry, name, content) -> {
      if (entry.isDirectory()) {
        listing.folder(name);
      } else if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
        listing.file(name);
      } else {
        listing.skip(name, "a link or a device");
      }
    });
  }

  @Override
  public void read(Set<String> names, Visitor visitor) throws IOException {
    Set<String> left = new HashSet<>(names);
    walk((entry, name, content) -> {
      if (!entry.isDirectory() && left.remove(name)) {
        PictureSource.visit(name, content, visitor);
      }
    });
  }

  private void walk(EntryVisitor visitor) throws IOException {
    long bytes = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file, true))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        bytes += Math.max(0, e.getSize());
        if (bytes > MOST_BYTES) {
          throw PictureSource.refusal(path, "expected at most 16 GiB unpacked, got more");
        }
        visitor.visit(e, Listing.plain(e.getName()), tar);
      }
    } catch (DatasetException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw PictureSource.broken(path, e);
    }
  }
}
