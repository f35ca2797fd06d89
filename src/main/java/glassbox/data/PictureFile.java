package glassbox.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads PNG, JPEG, GIF and BMP pictures as gray ones; of an animation the first frame. The file is
 * distrusted: its dimensions are looked at before anything is unpacked, and a large photo is
 * thinned out while it is read. Needs no display.
 */
public final class PictureFile {
  static final int MOST_BYTES = 64 << 20;
  static final int MOST_PIXELS = 50_000_000;
  static final int LONGEST_SIDE = 2048;
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

  private PictureFile() {}

  /**
   * Reads a picture: colours by their luminance, transparent parts over white. A side of more than
   * {@value #LONGEST_SIDE} pixels is brought below by leaving out rows and columns.
   *
   * @throws DatasetException in one line that names the file
   */
  public static Picture read(Path file) throws DatasetException {
    String where = file.toString();
    return decode(bytesOf(file, where), where);
  }

  private static byte[] bytesOf(Path file, String where) throws DatasetException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw refusal(where, "a picture file", Files.isDirectory(file) ? "a folder" : "a device");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw refusal(where, "at most %d MiB".formatted(MOST_BYTES >> 20), "more");
      }
      return bytes;
    } catch (DatasetException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw refusal(where, "a picture file", "nothing there");
    } catch (IOException e) {
      throw refusal(where, "a file that can be read", String.valueOf(e.getMessage()));
    }
  }

  /**
   * The picture that the bytes of a file say, such as those of an entry of an archive.
   *
   * @param where names the file in the refusal
   */
  public static Picture decode(byte[] bytes, String where) throws DatasetException {
    if (bytes.length == 0) {
      throw refusal(where, "a PNG, JPEG, GIF or BMP picture", "an empty file");
    }
    requireSoundJpeg(new JpegSegments(bytes), where);
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = readerOf(in);
      if (reader == null) {
        throw refusal(where, "a PNG, JPEG, GIF or BMP picture", "another kind of file");
      }
      try {
        reader.setInput(in, true, true);
        return decode(reader, where);
      } finally {
        reader.dispose();
      }
    } catch (DatasetException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // what the decoders throw at broken files
      throw refusal(where, "a whole picture", "one that is broken: " + reason(e));
    }
  }

  /** The decoder fills what is missing with gray, and takes the colours of print for others. */
  private static void requireSoundJpeg(JpegSegments jpeg, String where) throws DatasetException {
    if (jpeg.components() > 3) {
      throw refusal(where, "gray levels or red, green and blue", "a JPEG of other colours, CMYK");
    }
    if (jpeg.isJpeg() && !jpeg.isWhole()) {
      throw refusal(where, "a whole picture", "a JPEG that ends too early");
    }
  }

  private static @Nullable ImageReader readerOf(ImageInputStream in) {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (isKnown(reader)) {
        return reader;
      }
      reader.dispose();
    }
    return null;
  }

  private static boolean isKnown(ImageReader reader) {
    try {
      return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return false;
    }
  }

  private static Picture decode(ImageReader reader, String where) throws IOException {
    int height = reader.getHeight(0);
    int width = reader.getWidth(0);
    if (height < 1 || width < 1 || (long) height * width > MOST_PIXELS) {
      throw refusal(
          where, "1 to %,d pixels".formatted(MOST_PIXELS), "%,d x %,d".formatted(width, height));
    }
    int every = (Math.max(height, width) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    ImageReadParam thinned = reader.getDefaultReadParam();
    thinned.setSourceSubsampling(every, every, 0, 0);
    return GrayLevels.of(reader.read(0, thinned));
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? "it ends too early" : e.getMessage();
  }

  private static DatasetException refusal(String where, String expected, String got) {
    return new DatasetException(
        "cannot read the picture", where, "expected %s, got %s".formatted(expected, got));
  }
}
