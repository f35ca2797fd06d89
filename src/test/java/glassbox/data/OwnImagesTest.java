package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.OwnImages.OwnImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnImagesTest {
  private static final List<String> NAMES = List.of("a", "b", "c");

  @TempDir private Path folder;

  private static OwnImage image(int number, int label, boolean isTest) {
    return new OwnImage(new byte[] {(byte) number, 0, 0, 0, 0, (byte) 255}, label, isTest);
  }

  /** Keeps so many images, of the classes in turn. */
  private static OwnImages kept(int count) {
    OwnImages images = OwnImages.none(2, 3, NAMES);
    for (int i = 0; i < count; i++) {
      int label = i % NAMES.size();
      images = images.with(i, image(i, label, images.nextIsTest(label)));
    }
    return images;
  }

  private void write(OwnImages images) throws IOException {
    for (Map.Entry<String, byte @Nullable []> file : images.files().entrySet()) {
      if (file.getValue() != null) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    }
  }

  @Test
  void aboutEveryFifthIsToTestOnAndAllClassesGetTheirTurn() {
    OwnImages images = kept(60);
    int[] tests = new int[NAMES.size()];
    images.images().stream().filter(OwnImage::isTest).forEach(image -> tests[image.label()]++);
    assertArrayEquals(new int[] {4, 4, 4}, tests);
  }

  @Test
  void theSecondOneIsToTestOn() {
    assertFalse(kept(1).isDataset());
    assertTrue(kept(2).isDataset());
  }

  @Test
  void theFilesAreADatasetLikeAnyOther() throws IOException {
    write(kept(7));
    ImageDataset data = Datasets.load(folder.toString());
    assertEquals(NAMES, data.classNames());
    assertEquals(7, data.train().count() + data.test().count());
    assertEquals(255, data.test().pixel(0, 1, 2));
  }

  @Test
  void theFilesSayWhatTheImagesWere() throws IOException {
    OwnImages images = kept(7);
    write(images);
    OwnImages read = OwnImages.read(folder, 2, 3, NAMES);
    assertEquals(7, read.images().size());
    for (OwnImage image : images.images()) {
      assertTrue(
          read.images().stream()
              .anyMatch(other ->
                  other.label() == image.label()
                      && other.isTest() == image.isTest()
                      && java.util.Arrays.equals(other.pixels(), image.pixels())));
    }
  }

  @Test
  void aPartWithoutImagesHasNoFiles() throws IOException {
    assertNull(kept(1).files().get("t10k-images-idx3-ubyte"));
    assertEquals(0, OwnImages.read(folder, 2, 3, NAMES).images().size());
  }

  @Test
  void imagesOfAnotherKindAreRefused() throws IOException {
    write(kept(7));
    Refusals.assertRefused(() -> OwnImages.read(folder, 3, 2, NAMES), folder, "got 2x3");
    Refusals.assertRefused(
        () -> OwnImages.read(folder, 2, 3, List.of("x", "y", "z")),
        folder,
        "the classes [x, y, z]");
    Refusals.assertRefused(
        () -> OwnImages.read(folder, 2, 3, List.of("a")), folder, "labels below 1");
  }
}
