package glassbox.ui.support;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a data set as a folder of IDX files, so that the window can open it. */
public final class IdxFolder {
  private IdxFolder() {}

  /** The four files and the class names; gives the folder back. */
  public static Path write(Path folder, ImageDataset data) {
    try {
      Files.createDirectories(folder);
      write(folder, "train", data.train());
      write(folder, "t10k", data.test());
      Files.write(folder.resolve("labels.txt"), data.classNames());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String part, ImageSet set) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    pixels.write(header(0x803, set.count(), set.height(), set.width()));
    labels.write(header(0x801, set.count()));
    for (int i = 0; i < set.count(); i++) {
      pixels.write(set.image(i));
      labels.write(set.label(i));
    }
    Files.write(folder.resolve(part + "-images-idx3-ubyte"), pixels.toByteArray());
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.toByteArray());
  }

  private static byte[] header(int... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      buffer.putInt(number);
    }
    return buffer.array();
  }
}
