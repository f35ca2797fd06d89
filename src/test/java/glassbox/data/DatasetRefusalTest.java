package glassbox.data;

import static glassbox.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets that are broken as a whole or in one of their files. */
class DatasetRefusalTest {
  @TempDir private Path folder;
  private final Map<String, byte[]> files = IdxFiles.dataset();

  /** The data set in its folder is refused. */
  private void assertFolderRefused(Object where, String... whatIsWrong) throws IOException {
    IdxFiles.writeFolder(folder, files);
    assertRefused(() -> DatasetReader.read("mine", folder), where, whatIsWrong);
  }

  private void replaceByGzip(String name, byte[] gzip) {
    files.remove(name);
    files.put(name + ".gz", gzip);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        IdxFiles.TRAIN_IMAGES,
        IdxFiles.TRAIN_LABELS,
        IdxFiles.TEST_IMAGES,
        IdxFiles.TEST_LABELS
      })
  void aMissingFileIsNamed(String name) throws IOException {
    files.remove(name);
    assertFolderRefused(folder, name, "got none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        IdxFiles.TRAIN_IMAGES,
        IdxFiles.TRAIN_LABELS,
        IdxFiles.TEST_IMAGES,
        IdxFiles.TEST_LABELS
      })
  void aBrokenFileIsNamed(String name) throws IOException {
    files.put(name, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertFolderRefused(folder.resolve(name), "magic number", "0x01020304");
  }

  @Test
  void countsThatDifferAreRefused() throws IOException {
    files.put(IdxFiles.TRAIN_LABELS, IdxFiles.labels(0, 1));
    assertFolderRefused(folder, "train-labels-idx1-ubyte", "3 images", "2 labels");
  }

  @Test
  void countsThatDifferInTheTestSetAreRefused() throws IOException {
    files.put(IdxFiles.TEST_LABELS, IdxFiles.labels(0, 1, 2));
    assertFolderRefused(folder, "t10k-labels-idx1-ubyte", "2 images", "3 labels");
  }

  @Test
  void testImagesOfAnotherSizeAreRefused() throws IOException {
    files.put(IdxFiles.TEST_IMAGES, IdxFiles.images(2, 5, 4));
    assertFolderRefused(folder, "test images", "4x5", "5x4");
  }

  @Test
  void aLabelOutsideTheClassesIsRefused() throws IOException {
    files.put("labels.txt", "a\nb\n".getBytes(StandardCharsets.UTF_8));
    assertFolderRefused(folder, "labels.txt", "below 2", "got 2 at image 2");
  }

  @Test
  void aClassNameFileWithoutNamesIsRefused() throws IOException {
    files.put("labels.txt", " \n\n".getBytes(StandardCharsets.UTF_8));
    assertFolderRefused(folder.resolve("labels.txt"), "class names", "got 0");
  }

  @Test
  void moreThan256ClassNamesAreRefused() throws IOException {
    files.put("labels.txt", "a\n".repeat(257).getBytes(StandardCharsets.UTF_8));
    assertFolderRefused(folder.resolve("labels.txt"), "256", "got 257");
  }

  @Test
  void aFileThatIsNoGzipIsRefused() throws IOException {
    replaceByGzip(IdxFiles.TRAIN_IMAGES, IdxFiles.images(3, 4, 5));
    assertFolderRefused(folder.resolve(IdxFiles.TRAIN_IMAGES + ".gz"), "gzip");
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 20, 40})
  void aTruncatedGzipIsRefused(int length) throws IOException {
    byte[] gzip = IdxFiles.gzip(IdxFiles.images(3, 4, 5));
    replaceByGzip(IdxFiles.TRAIN_IMAGES, Arrays.copyOf(gzip, length));
    assertFolderRefused(folder.resolve(IdxFiles.TRAIN_IMAGES + ".gz"));
  }

  @Test
  void aGzipWithAWrongChecksumIsRefused() throws IOException {
    byte[] gzip = IdxFiles.gzip(IdxFiles.labels(0, 1, 2));
    gzip[gzip.length - 8] ^= 1;
    replaceByGzip(IdxFiles.TRAIN_LABELS, gzip);
    assertFolderRefused(folder.resolve(IdxFiles.TRAIN_LABELS + ".gz"), "CRC");
  }

  @Test
  void aGzipBombIsRefusedWithoutBeingUnpacked() throws IOException {
    replaceByGzip(IdxFiles.TRAIN_LABELS, bomb(256 << 20));
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertFolderRefused(folder.resolve(IdxFiles.TRAIN_LABELS + ".gz"), "3 bytes", "got more");
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 16 << 20, allocated + " bytes");
  }

  /** A header that promises three labels, and zeros. */
  private static byte[] bomb(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      gzip.write(IdxFiles.idx(new byte[0], IdxReader.LABELS_MAGIC, 3));
      byte[] zeros = new byte[1 << 20];
      for (int written = 0; written < size; written += zeros.length) {
        gzip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertRefused(
        () -> DatasetReader.read("mine", folder), folder, IdxFiles.TRAIN_IMAGES, "got none");
  }

  @Test
  void aPathWithNothingThereIsRefused() {
    Path path = folder.resolve("nowhere.zip");
    assertRefused(() -> DatasetReader.read("mine", path), path, "nothing there");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    Path path = Files.writeString(folder.resolve("digits.csv"), "1,2,3");
    assertRefused(() -> DatasetReader.read("mine", path), path, ".zip", ".tar.gz", "another kind");
  }
}
