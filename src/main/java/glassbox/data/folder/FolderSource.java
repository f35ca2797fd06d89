package glassbox.data.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/** All files below a folder. Links to folders are not followed, so none leads in a circle. */
record FolderSource(Path root) implements PictureSource {
  private static final int DEEPEST = 32;

  @Override
  public void list(Listing listing) throws IOException {
    try {
      list(root, 0, listing);
    } catch (UncheckedIOException e) {
      throw PictureSource.refusal(
          root, "expected a folder that may be listed, got " + e.getCause());
    }
  }

  private void list(Path folder, int depth, Listing listing) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        note(entry, depth, listing);
      }
    } catch (DirectoryIteratorException | java.nio.file.FileSystemException e) {
      listing.skip(name(folder), "a folder that may not be listed");
    }
  }

  private void note(Path entry, int depth, Listing listing) throws IOException {
    String name = name(entry);
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      listing.folder(name);
      if (depth < DEEPEST) {
        list(entry, depth + 1, listing);
      } else {
        listing.skip(name, "below %d folders".formatted(DEEPEST));
      }
    } else if (Files.isRegularFile(entry)) {
      listing.file(name);
    } else {
      boolean link = Files.isSymbolicLink(entry);
      listing.skip(name, link ? "a link to a folder or to nothing" : "no regular file");
    }
  }

  private String name(Path entry) {
    return root.relativize(entry).toString().replace('\\', '/');
  }

  @Override
  public void read(Set<String> names, Visitor visitor) throws IOException {
    for (String name : names) {
      try (InputStream in = Files.newInputStream(root.resolve(name))) {
        PictureSource.visit(name, in, visitor);
      } catch (java.nio.file.FileSystemException e) {
        visitor.unreadable(name, "cannot be read");
      }
    }
  }
}
