package glassbox.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the IDX format of MNIST: a magic number that tells type and dimensions, the size of each
 * dimension as a big-endian 32-bit number, then the bytes. At most as many bytes are taken from a
 * stream as its header promises, plus one to see that nothing follows: a small file that unpacks to
 * a huge one is refused without being unpacked.
 */
final class IdxReader {
  static final int IMAGES_MAGIC = 0x0803;
  static final int LABELS_MAGIC = 0x0801;
  private static final int MOST_IMAGES = 10_000_000;
  private static final int LONGEST_SIDE = 1024;

  /** Images as they stand in a file: count * height * width bytes. */
  record Images(int count, int height, int width, byte[] pixels) {}

  private IdxReader() {}

  static Images readImages(InputStream in, String where) throws IOException {
    checkMagic(in, where, IMAGES_MAGIC, "images");
    int count = dimension(in, where, "image count", MOST_IMAGES);
    int height = dimension(in, where, "image height", LONGEST_SIDE);
    int width = dimension(in, where, "image width", LONGEST_SIDE);
    long size = (long) count * height * width;
    if (size > Integer.MAX_VALUE - 8) {
      throw refusal(
          where, "expected at most 2 GiB of pixels, got %,d x %d x %d", count, height, width);
    }
    return new Images(count, height, width, body(in, where, (int) size));
  }

  static byte[] readLabels(InputStream in, String where) throws IOException {
    checkMagic(in, where, LABELS_MAGIC, "labels");
    return body(in, where, dimension(in, where, "label count", MOST_IMAGES));
  }

  private static void checkMagic(InputStream in, String where, int wanted, String kind)
      throws IOException {
    int magic = readInt(in, where);
    if (magic != wanted) {
      throw refusal(
          where, "expected the magic number 0x%08x of IDX %s, got 0x%08x", wanted, kind, magic);
    }
  }

  private static int dimension(InputStream in, String where, String what, int most)
      throws IOException {
    int value = readInt(in, where);
    if (value < 1 || value > most) {
      throw refusal(
          where, "expected %s in [1, %,d], got %,d", what, most, Integer.toUnsignedLong(value));
    }
    return value;
  }

  private static int readInt(InputStream in, String where) throws IOException {
    byte[] bytes = read(in, where, 4);
    if (bytes.length < 4) {
      throw refusal(where, "expected an IDX header, got a file that ends within it");
    }
    return (bytes[0] & 0xff) << 24
        | (bytes[1] & 0xff) << 16
        | (bytes[2] & 0xff) << 8
        | bytes[3] & 0xff;
  }

  private static byte[] body(InputStream in, String where, int size) throws IOException {
    byte[] bytes = read(in, where, size); // grows as data comes, whatever the header promised
    if (bytes.length < size) {
      throw refusal(where, "expected %,d bytes of data, got %,d: truncated", size, bytes.length);
    }
    if (read(in, where, 1).length != 0) {
      throw refusal(where, "expected %,d bytes of data, got more", size);
    }
    return bytes;
  }

  private static byte[] read(InputStream in, String where, int size) throws IOException {
    try {
      return in.readNBytes(size);
    } catch (EOFException e) {
      throw refusal(where, "expected a whole file, got one that is cut off: truncated");
    } catch (DatasetException e) {
      throw e;
    } catch (IOException e) {
      throw refusal(where, "expected readable data, got: %s", e.getMessage());
    }
  }

  private static DatasetException refusal(String where, String format, @Nullable Object... values) {
    return new DatasetException("cannot read the data set", where, format.formatted(values));
  }
}
