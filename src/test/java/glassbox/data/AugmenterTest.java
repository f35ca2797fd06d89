package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Augmentation.Cutout;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import glassbox.linalg.RandomStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changed images, against the same transform written out plainly in double precision. */
class AugmenterTest {
  private static final int SIDE = 28;
  private static final String PURPOSE = "augmentation";
  private static final Augmentation STRONG =
      new Augmentation(40, 0.3, 0.3, 6, 2, 0.5, new Cutout(7, 0.5), 0, 0, 0.5);
  private static final ImageSet DIGITS = blots(40);
  private static final ImageSet BRIGHT = SyntheticData.patterns(5, SIDE, 40, 5).train();

  /** A few bright pixels somewhere on black, in some images none. */
  private static ImageSet blots(int images) {
    Random random = new Random(1);
    byte[] pixels = new byte[images * SIDE * SIDE];
    for (int i = 0; i < images; i++) {
      int top = random.nextInt(20);
      int left = random.nextInt(20);
      for (int p = 0; p < i * 2; p++) {
        int at = (top + random.nextInt(8)) * SIDE + left + random.nextInt(8);
        pixels[i * SIDE * SIDE + at] = (byte) random.nextInt(256);
      }
    }
    return new ImageSet(pixels, new byte[images], SIDE, SIDE);
  }

  private static Augmenter augmenter(Augmentation augmentation, ImageSet images) {
    return new Augmenter(augmentation, images, 1, PURPOSE);
  }

  /** As an image is learned without augmentation. */
  private static float[] clean(ImageSet images, int image) {
    Matrix x = new Matrix(1, SIDE * SIDE);
    images.copyTo(image, x, 0);
    return x.values();
  }

  /** Every pixel of the picture by itself, without boxes or margins. */
  private static double[] plainly(Augmentation augmentation, ImageSet images, int image, long n) {
    ElasticFields fields = new ElasticFields(1, SIDE);
    Distortion d = new Distortion(augmentation, SIDE, fields.count());
    d.draw(RandomStream.of(1, PURPOSE, n), 1);
    double determinant = d.mxx * d.myy - d.mxy * d.myx;
    double[] picture = new double[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int c = 0; c < SIDE; c++) {
        double x = c - 13.5 - d.tx;
        double y = row - 13.5 - d.ty;
        int at = row * SIDE + c;
        double fromX = (d.myy * x - d.mxy * y) / determinant + 13.5;
        double fromY = (-d.myx * x + d.mxx * y) / determinant + 13.5;
        fromX += d.elasticX * fields.field(d.fieldX)[at];
        fromY += d.elasticY * fields.field(d.fieldY)[at];
        boolean cut = row >= d.cutTop && row < d.cutBottom && c >= d.cutLeft && c < d.cutRight;
        picture[at] = cut ? 0 : bilinear(images, image, fromX, fromY);
      }
    }
    return picture;
  }

  private static double bilinear(ImageSet images, int image, double x, double y) {
    double sum = 0;
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    for (int row = top; row <= top + 1; row++) {
      for (int c = left; c <= left + 1; c++) {
        boolean inside = row >= 0 && row < SIDE && c >= 0 && c < SIDE;
        double weight = (1 - Math.abs(x - c)) * (1 - Math.abs(y - row));
        sum += inside ? weight * images.pixel(image, row, c) / 255 : 0;
      }
    }
    return sum;
  }

  private static void assertAsPlainly(Augmentation augmentation, ImageSet images) {
    Augmenter augmenter = augmenter(augmentation, images);
    for (int n = 0; n < 400; n++) {
      int image = n % images.count();
      double[] wanted = plainly(augmentation, images, image, n);
      float[] got = augmenter.picture(image, n, 1);
      for (int p = 0; p < wanted.length; p++) {
        assertEquals(wanted[p], got[p], 1e-4, "number " + n + ", pixel " + p);
      }
    }
  }

  @Test
  void picturesAreThoseOfThePlainTransform() {
    assertAsPlainly(STRONG, DIGITS);
    assertAsPlainly(STRONG, BRIGHT);
    Augmentation wild = new Augmentation(180, 1, 1, 28, 28, 0.5, null, 0, 0, 0.5);
    assertAsPlainly(wild, DIGITS);
  }

  @Test
  void withoutStrengthAnImageIsUntouched() {
    for (Augmentation nothing :
        new Augmentation[] {
          Augmentation.NONE, new Augmentation(40, 0.3, 0.3, 6, 2, 1, null, 1, 0, 0.5)
        }) {
      Augmenter augmenter = augmenter(nothing, BRIGHT);
      for (int image = 0; image < 40; image++) {
        assertArrayEquals(clean(BRIGHT, image), augmenter.picture(image, image + 7, 1));
      }
    }
    Augmentation noFlip = new Augmentation(40, 0.3, 0.3, 6, 2, 0, null, 0, 0, 0.5);
    assertArrayEquals(clean(BRIGHT, 3), augmenter(noFlip, BRIGHT).picture(3, 9, 0));
  }

  @Test
  void aFlipIsTheMirrorImageAndTwiceItIsNothing() {
    Augmentation flip = new Augmentation(0, 0, 0, 0, 0, 1, null, 0, 0, 0.5);
    byte[] mirrored = new byte[40 * SIDE * SIDE];
    for (int i = 0; i < 40; i++) {
      float[] picture = augmenter(flip, BRIGHT).picture(i, i, 1);
      for (int p = 0; p < picture.length; p++) {
        int column = p % SIDE;
        int mirror = p - column + SIDE - 1 - column;
        assertEquals(clean(BRIGHT, i)[mirror], picture[p]);
        mirrored[i * SIDE * SIDE + p] = (byte) Math.round(picture[p] * 255);
      }
    }
    ImageSet once = new ImageSet(mirrored, new byte[40], SIDE, SIDE);
    for (int i = 0; i < 40; i++) {
      assertArrayEquals(clean(BRIGHT, i), augmenter(flip, once).picture(i, i + 100, 1));
    }
  }

  @Test
  void aPictureDependsOnItsNumberAlone() {
    Augmenter one = augmenter(STRONG, DIGITS);
    Augmenter other = augmenter(STRONG, DIGITS);
    float[][] pictures =
        IntStream.range(0, 30).mapToObj(n -> one.picture(n, n, 1)).toArray(float[][]::new);
    for (int n = 29; n >= 0; n--) {
      assertArrayEquals(pictures[n], other.picture(n, n, 1), "backwards, " + n);
    }
    assertFalse(Arrays.equals(pictures[20], one.picture(20, 21, 1)), "another number");
    float[] seed2 = new Augmenter(STRONG, DIGITS, 2, PURPOSE).picture(20, 20, 1);
    assertFalse(Arrays.equals(pictures[20], seed2), "another seed");
    float[] tests = new Augmenter(STRONG, DIGITS, 1, "test").picture(20, 20, 1);
    assertFalse(Arrays.equals(pictures[20], tests), "another purpose");
  }

  @Test
  void aBatchHasTheSamePicturesHoweverItIsCut() {
    Augmenter augmenter = augmenter(STRONG, DIGITS);
    int[] which = IntStream.range(0, 40).map(i -> (i * 7 + 3) % 40).toArray();
    Matrix whole = augmenter.batchMatrix(40);
    augmenter.fill(whole, which, 0, 40, 500, 1);
    Matrix part = augmenter.batchMatrix(13);
    for (int from = 0; from < 40; from += 13) {
      int n = Math.min(13, 40 - from);
      augmenter.fill(part, which, from, n, 500 + from, 1);
      assertEquals(n, part.rows());
      for (int i = 0; i < n * SIDE * SIDE; i++) {
        assertEquals(whole.values()[from * SIDE * SIDE + i], part.values()[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 40})
  void sparseAndDenseBatchesAreTheSame(int n) {
    Augmenter augmenter = augmenter(STRONG, DIGITS);
    int[] which = IntStream.range(0, 40).toArray();
    Matrix sparse = Matrix.sparse(40, SIDE * SIDE);
    Matrix dense = new Matrix(40, SIDE * SIDE);
    for (long number : new long[] {0, 1000}) { // the second time in a used matrix
      augmenter.fill(sparse, which, 40 - n, n, number, 1);
      augmenter.fill(dense, which, 40 - n, n, number, 1);
      assertArrayEquals(
          Arrays.copyOf(dense.values(), n * SIDE * SIDE),
          Arrays.copyOf(sparse.values(), n * SIDE * SIDE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "simd"})
  void productsOfSparseAndDenseBatchesAreTheSame(String kernel) {
    Augmenter augmenter = augmenter(STRONG, DIGITS);
    int[] which = IntStream.range(0, 40).toArray();
    Matrix sparse = Matrix.sparse(40, SIDE * SIDE);
    Matrix dense = new Matrix(40, SIDE * SIDE);
    augmenter.fill(sparse, which, 0, 40, 0, 1);
    augmenter.fill(dense, which, 0, 40, 0, 1);
    Matrix w = RandomMatrices.gaussian(SIDE * SIDE, 33, 1);
    Matrix dy = RandomMatrices.gaussian(40, 33, 2);
    try (Compute compute = Compute.of(kernel, 2)) {
      Matrix[] y = {new Matrix(40, 33), new Matrix(40, 33)};
      compute.multiply(sparse, w, null, y[0]);
      compute.multiply(dense, w, null, y[1]);
      assertArrayEquals(y[1].values(), y[0].values());
      Matrix[] dw = {new Matrix(SIDE * SIDE, 33), new Matrix(SIDE * SIDE, 33)};
      compute.multiplyTransposedLeft(sparse, dy, dw[0]);
      compute.multiplyTransposedLeft(dense, dy, dw[1]);
      assertArrayEquals(dw[1].values(), dw[0].values());
    }
  }

  @Test
  void batchesAreSparseWhereThatPays() {
    assertEquals(null, augmenter(STRONG, BRIGHT).batchMatrix(4).refill());
    assertTrue(augmenter(STRONG, DIGITS).batchMatrix(4).refill() != null);
    ImageSet odd = SyntheticData.strokes(3, 5, 20, 5).train();
    Augmentation weak = new Augmentation(3, 0, 0, 0, 0, 0, null, 0, 0, 0.5);
    assertEquals(null, new Augmenter(weak, odd, 1, PURPOSE).batchMatrix(4).refill());
  }

  @Test
  void aSliceChangesItsOwnImages() {
    Augmentation flip = new Augmentation(0, 0, 0, 0, 0, 1, null, 0, 0, 0.5);
    assertArrayEquals(
        augmenter(flip, BRIGHT).picture(12, 0, 1),
        augmenter(flip, BRIGHT.slice(10, 20)).picture(2, 0, 1));
  }
}
