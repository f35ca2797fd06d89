package glassbox.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes the IDX format of MNIST, as {@link IdxReader} reads it. */
public final class IdxWriter {
  private IdxWriter() {}

  /** All images of a set. */
  public static void writeImages(OutputStream out, ImageSet images) throws IOException {
    header(out, IdxReader.IMAGES_MAGIC, images.count(), images.height(), images.width());
    out.write(images.bytes(), images.firstByte(0), images.count() * images.pixelsPerImage());
  }

  /** The label of each image of a set. */
  public static void writeLabels(OutputStream out, ImageSet images) throws IOException {
    header(out, IdxReader.LABELS_MAGIC, images.count());
    for (int i = 0; i < images.count(); i++) {
      out.write(images.label(i));
    }
  }

  private static void header(OutputStream out, int... numbers) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    for (int number : numbers) {
      header.putInt(number);
    }
    out.write(header.array());
  }
}
