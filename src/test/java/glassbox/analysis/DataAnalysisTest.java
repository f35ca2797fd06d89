package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What can be said of a data set without a network, and by one; on small sets and the real ones.
 */
class DataAnalysisTest {
  /** Images of two pixels. */
  private static ImageSet set(int... pixelsAndLabel) {
    int count = pixelsAndLabel.length / 3;
    byte[] pixels = new byte[2 * count];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[2 * i] = (byte) pixelsAndLabel[3 * i];
      pixels[2 * i + 1] = (byte) pixelsAndLabel[3 * i + 1];
      labels[i] = (byte) pixelsAndLabel[3 * i + 2];
    }
    return new ImageSet(pixels, labels, 1, 2);
  }

  private static final ImageDataset DATA =
      new ImageDataset(
          "small",
          set(1, 2, 0, 9, 200, 1, 1, 2, 0, 5, 5, 1),
          set(9, 200, 0, 7, 7, 0, 5, 6, 1),
          List.of("a", "b", "never"));

  @Test
  void classesAreCounted() {
    assertEquals(
        List.of(
            new ClassBalance.Count("a", 2, 2),
            new ClassBalance.Count("b", 2, 1),
            new ClassBalance.Count("never", 0, 0)),
        ClassBalance.of(DATA).classes());
    assertEquals(2, ClassBalance.of(DATA).most());
  }

  @Test
  void meansAreRoundedAndOfNothingBlack() {
    byte[][] means = ClassMeans.of(DATA.train(), 3).pixels();
    assertArrayEquals(new byte[] {1, 2}, means[0]);
    assertArrayEquals(new byte[] {7, 103}, means[1]); // of 9 and 5, 200 and 5
    assertArrayEquals(new byte[] {0, 0}, means[2]);
  }

  @Test
  void duplicatesAreFoundWithinAndAcrossParts() {
    Duplicates duplicates = Duplicates.of(DATA);
    assertEquals(
        List.of(
            new Duplicates.Group(List.of(1), List.of(0), List.of(0, 1)),
            new Duplicates.Group(List.of(0, 2), List.of(), List.of(0))),
        duplicates.groups());
    assertEquals(1, duplicates.testImagesInTraining());
    assertEquals(1, duplicates.conflicts());
    assertEquals(2, duplicates.superfluous());
  }

  @Test
  void imagesOfTheSameHashAreNotTheSame() {
    // 31 * 1 + 33 = 31 * 2 + 2
    ImageDataset data =
        new ImageDataset("hash", set(1, 33, 0, 2, 2, 0), set(2, 2, 0), List.of("a"));
    assertEquals(
        List.of(new Duplicates.Group(List.of(1), List.of(0), List.of(0))),
        Duplicates.of(data).groups());
  }

  @Test
  void theHighestLossComesFirst() {
    Matrix answers = new Matrix(3, 2);
    float[] probabilities = {0.9f, 0.1f, 1, 0, 0.4f, 0.6f};
    System.arraycopy(probabilities, 0, answers.values(), 0, 6);
    ImageSet images = set(0, 0, 1, 1, 1, 1, 2, 2, 0);
    HighestLoss hardest = HighestLoss.of(new Predictions(images, answers), 2);
    assertEquals(List.of(1, 0), hardest.images());
    assertTrue(hardest.losses().getFirst() > 100 && !hardest.losses().getFirst().isInfinite());
    assertEquals(-Math.log(0.1f), hardest.losses().get(1), 1e-6);
  }

  /** Counted independently, by a program of another language. */
  @ParameterizedTest
  @CsvSource({"mnist,0,0,0", "fashion-mnist,0,0,0"})
  void duplicatesOfTheRealSets(String name, int across, int conflicts, int superfluous)
      throws IOException {
    Duplicates duplicates = Duplicates.of(Datasets.load(name));
    assertEquals(
        List.of(across, conflicts, superfluous),
        List.of(
            duplicates.testImagesInTraining(), duplicates.conflicts(), duplicates.superfluous()));
  }

  @Test
  void mnistsClassesAsTheyAreKnown() throws IOException {
    ImageDataset mnist = Datasets.load("mnist");
    List<ClassBalance.Count> counts = ClassBalance.of(mnist).classes();
    assertEquals(new ClassBalance.Count("0", 5923, 980), counts.getFirst());
    assertEquals(new ClassBalance.Count("1", 6742, 1135), counts.get(1));
    assertEquals(new ClassBalance.Count("9", 5949, 1009), counts.getLast());
    byte[] zero = ClassMeans.of(mnist.train(), 10).pixels()[0];
    assertTrue((zero[14 * 28 + 14] & 0xff) < 20, "the hole of a 0");
    assertTrue((zero[14 * 28 + 7] & 0xff) > 100, "its left side");
  }
}
