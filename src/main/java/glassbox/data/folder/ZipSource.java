package glassbox.data.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The entries of a {@code .zip}. */
record ZipSource(Path path) implements PictureSource {
  private ZipFile open() throws IOException {
    try {
      return ZipFile.builder().setPath(path).get();
    } catch (IOException | IllegalArgumentException e) {
      throw PictureSource.broken(path, e);
    }
  }

  @Override
  public void list(Listing listing) throws IOException {
    try (ZipFile zip = open()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        String name = Listing.plain(entry.getName());
        if (entry.isDirectory()) {
          listing.folder(name);
        } else if (entry.isUnixSymlink()) {
          listing.skip(name, "a link");
        } else if (!zip.canReadEntryData(entry)) {
          listing.skip(name, "encrypted or packed in an unknown way");
        } else {
          listing.file(name);
        }
      }
    }
  }

  @Override
  public void read(Set<String> names, Visitor visitor) throws IOException {
    Set<String> left = new HashSet<>(names);
    long bytes = 0;
    try (ZipFile zip = open()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        String name = Listing.plain(entry.getName());
        if (!entry.isDirectory() && left.remove(name)) {
          bytes += Math.clamp(entry.getSize(), 0, LARGEST_FILE);
          if (bytes > MOST_BYTES) {
            throw PictureSource.refusal(path, "expected at most 16 GiB unpacked, got more");
          }
          readEntry(zip, entry, visitor);
        }
      }
    }
  }

  private static void readEntry(ZipFile zip, ZipArchiveEntry entry, Visitor visitor)
      throws IOException {
    String name = Listing.plain(entry.getName());
    InputStream content;
    try {
      content = zip.getInputStream(entry);
    } catch (IOException | IllegalArgumentException e) {
      visitor.unreadable(name, "cannot be unpacked");
      return;
    }
    try (content) {
      PictureSource.visit(name, content, visitor);
    }
  }
}
