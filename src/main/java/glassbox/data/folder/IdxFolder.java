package glassbox.data.folder;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** Writes a data set as four gzipped IDX files and {@code labels.txt}, in a folder of its own. */
public final class IdxFolder {
  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;

  private IdxFolder() {}

  /**
   * Writes beside the folder's place and then moves it there: nobody sees half a data set.
   *
   * @param folder that is not there yet, or is empty
   * @throws FileAlreadyExistsException where something is there that would be lost
   */
  public static void write(ImageDataset data, Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    requireFree(target);
    Path parent = target.getParent();
    if (parent == null) {
      throw new FileSystemException(folder.toString(), null, "expected a folder within another");
    }
    Files.createDirectories(parent);
    Path beside = Files.createTempDirectory(parent, "." + target.getFileName() + ".part-");
    try {
      writeFiles(data, beside);
      Files.deleteIfExists(target);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException e) {
      throw taken(target);
    } finally {
      deleteAll(beside);
    }
  }

  /** Refuses a place where something is. */
  public static void requireFree(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
        if (entries.iterator().hasNext()) {
          throw taken(target);
        }
      }
    } else if (Files.exists(target)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "expected a new or empty folder, got a file");
    }
  }

  private static FileAlreadyExistsException taken(Path target) {
    return new FileAlreadyExistsException(
        target.toString(), null, "expected a new or empty folder, got one with files in it");
  }

  private static void writeFiles(ImageDataset data, Path folder) throws IOException {
    write(data.train(), folder, "train");
    write(data.test(), folder, "t10k");
    Files.write(folder.resolve("labels.txt"), data.classNames());
  }

  private static void write(ImageSet set, Path folder, String part) throws IOException {
    try (DataOutputStream out = open(folder.resolve(part + "-images-idx3-ubyte.gz"))) {
      writeInts(out, IMAGES_MAGIC, set.count(), set.height(), set.width());
      for (int i = 0; i < set.count(); i++) {
        out.write(set.image(i));
      }
    }
    try (DataOutputStream out = open(folder.resolve(part + "-labels-idx1-ubyte.gz"))) {
      writeInts(out, LABELS_MAGIC, set.count());
      for (int i = 0; i < set.count(); i++) {
        out.write(set.label(i));
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16));
  }

  private static void writeInts(DataOutputStream out, int... numbers) throws IOException {
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
