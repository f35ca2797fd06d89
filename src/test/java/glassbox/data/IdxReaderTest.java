package glassbox.data;

import static glassbox.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {
  private static final String WHERE = "folder/some-file";
  private static final int IMAGES = IdxReader.IMAGES_MAGIC;
  private static final int LABELS = IdxReader.LABELS_MAGIC;

  private static IdxReader.Images readImages(byte[] file) throws IOException {
    return IdxReader.readImages(new ByteArrayInputStream(file), WHERE);
  }

  private static byte[] readLabels(byte[] file) throws IOException {
    return IdxReader.readLabels(new ByteArrayInputStream(file), WHERE);
  }

  @Test
  void readsImagesOfAnySize() throws IOException {
    IdxReader.Images images = readImages(IdxFiles.images(3, 4, 5));
    assertEquals(3, images.count());
    assertEquals(4, images.height());
    assertEquals(5, images.width());
    assertEquals(60, images.pixels().length);
    assertEquals(59, images.pixels()[59]);
  }

  @Test
  void readsLabels() throws IOException {
    assertArrayEquals(new byte[] {3, 0, (byte) 255}, readLabels(IdxFiles.labels(3, 0, 255)));
  }

  @Test
  void aWrongMagicNumberIsRefused() {
    assertRefused(
        () -> readImages(IdxFiles.labels(1, 2)), WHERE, "magic", "0x00000803", "0x00000801");
    assertRefused(
        () -> readLabels(IdxFiles.images(1, 2, 2)), WHERE, "magic", "0x00000801", "0x00000803");
    assertRefused(
        () -> readLabels(IdxFiles.idx(new byte[9], 0x89504e47)), WHERE, "magic", "0x89504e47");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 7, 15})
  void aFileThatEndsWithinItsHeaderIsRefused(int length) {
    byte[] file = Arrays.copyOf(IdxFiles.images(1, 2, 2), length);
    assertRefused(() -> readImages(file), WHERE, "header", "ends within it");
  }

  @Test
  void truncatedDataAreRefused() {
    byte[] images = IdxFiles.images(3, 4, 5);
    assertRefused(
        () -> readImages(Arrays.copyOf(images, images.length - 1)), WHERE, "60", "59", "truncated");
    assertRefused(
        () -> readLabels(Arrays.copyOf(IdxFiles.labels(1, 2, 3), 8)), WHERE, "3", "0", "truncated");
  }

  @Test
  void overlongDataAreRefused() {
    byte[] images = IdxFiles.images(3, 4, 5);
    assertRefused(
        () -> readImages(Arrays.copyOf(images, images.length + 1)), WHERE, "60 bytes", "more");
    assertRefused(
        () -> readLabels(Arrays.copyOf(IdxFiles.labels(1, 2, 3), 12)), WHERE, "3 bytes", "more");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 28, 28, image count",
    "-1, 28, 28, image count",
    "10000001, 1, 1, image count",
    "3, 0, 28, image height",
    "3, -28, 28, image height",
    "3, 1025, 28, image height",
    "3, 28, 0, image width",
    "3, 28, 2147483647, image width",
    "10000000, 1024, 1024, 2 GiB",
  })
  void absurdDimensionsAreRefused(int count, int height, int width, String what) {
    byte[] file = IdxFiles.idx(new byte[3], IMAGES, count, height, width);
    assertRefused(() -> readImages(file), WHERE, what, "got");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_000_001})
  void absurdLabelCountsAreRefused(int count) {
    assertRefused(() -> readLabels(IdxFiles.idx(new byte[3], LABELS, count)), WHERE, "label count");
  }

  @Test
  void aNegativeSizeIsShownAsTheFileMeansIt() {
    byte[] file = IdxFiles.idx(new byte[3], LABELS, -1);
    assertRefused(() -> readLabels(file), WHERE, "got 4,294,967,295");
  }

  @Test
  void noMoreIsTakenFromAnEndlessStreamThanItsHeaderPromises() {
    byte[] header = IdxFiles.idx(new byte[0], LABELS, 100);
    InputStream endless = new Zeros(10_000);
    assertRefused(
        () ->
            IdxReader.readLabels(
                new SequenceInputStream(new ByteArrayInputStream(header), endless), WHERE),
        WHERE,
        "100 bytes",
        "more");
  }

  @Test
  void aHugePromiseTakesNoMemoryBeforeTheDataAreThere() {
    byte[] file = IdxFiles.idx(new byte[1000], IMAGES, 2_000_000, 32, 32);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertRefused(() -> readImages(file), WHERE, "2,048,000,000", "1,000", "truncated");
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 4 << 20, allocated + " bytes");
  }

  @Test
  void aStreamThatFailsIsRefused() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }
        };
    assertRefused(() -> IdxReader.readLabels(failing, WHERE), WHERE, "disk on fire");
  }

  /** Zeros without end; fails when more of them are taken than allowed. */
  private static final class Zeros extends InputStream {
    private final int most;
    private int taken;

    Zeros(int most) {
      this.most = most;
    }

    @Override
    public int read() {
      assertTrue(++taken <= most, "more than " + most + " bytes are read");
      return 0;
    }
  }
}
