package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Augmentation.Cutout;
import glassbox.linalg.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn for an image, against matrices multiplied one by one. */
class DistortionTest {
  private static final int SIDE = 28;
  private static final int FIELDS = 128;

  private static Distortion drawn(Augmentation augmentation, long number, double strength) {
    Distortion distortion = new Distortion(augmentation, SIDE, FIELDS);
    distortion.draw(RandomStream.of(1, "test", number), strength);
    return distortion;
  }

  private static Augmentation affine(
      double rotate, double scale, double shear, double shift, double flip) {
    return new Augmentation(rotate, scale, shear, shift, 0, flip, null, 0, 0, 0.5);
  }

  private static double[] moved(Distortion d, double x, double y) {
    double c = (SIDE - 1) / 2.0;
    return new double[] {
      d.mxx * (x - c) + d.mxy * (y - c) + c + d.tx, d.myx * (x - c) + d.myy * (y - c) + c + d.ty
    };
  }

  private static double[] taken(Distortion d, double x, double y) {
    return new double[] {d.xx * x + d.xy * y + d.x0, d.yx * x + d.yy * y + d.y0};
  }

  @Test
  void thePlaceThatAPointIsTakenFromIsWhereItCameFrom() {
    Augmentation strong = affine(180, 0.5, 0.5, 9, 0.5);
    for (int number = 0; number < 100; number++) {
      Distortion d = drawn(strong, number, 1);
      for (double[] point : new double[][] {{0, 0}, {13.5, 13.5}, {27, 3}, {5, 20}}) {
        double[] to = moved(d, point[0], point[1]);
        assertArrayEquals(point, taken(d, to[0], to[1]), 1e-3, "image " + number);
      }
    }
  }

  @Test
  void rotationAloneTurnsAboutTheCentreWithinItsAngle() {
    double largest = 0;
    for (int number = 0; number < 2000; number++) {
      Distortion d = drawn(affine(30, 0, 0, 0, 0), number, 1);
      assertArrayEquals(new double[] {13.5, 13.5}, moved(d, 13.5, 13.5), 1e-9);
      double angle = Math.toDegrees(Math.atan2(d.myx, d.mxx));
      largest = Math.max(largest, Math.abs(angle));
      assertEquals(Math.cos(Math.toRadians(angle)), d.mxx, 1e-12);
      assertEquals(-d.myx, d.mxy, 1e-12);
      assertEquals(d.mxx, d.myy, 1e-12);
    }
    assertTrue(largest <= 30 && largest > 29.9, "largest " + largest);
  }

  @Test
  void scalesAreDrawnApartAndUniformInTheirLogarithm() {
    int n = 20_000;
    double sum = 0;
    double squares = 0;
    double products = 0;
    for (int number = 0; number < n; number++) {
      Distortion d = drawn(affine(0, 0.12, 0, 0, 0), number, 1);
      double x = Math.log(d.mxx);
      double y = Math.log(d.myy);
      assertTrue(Math.abs(x) <= 0.12 + 1e-9 && Math.abs(y) <= 0.12 + 1e-9);
      sum += x;
      squares += x * x;
      products += x * y;
    }
    double variance = 0.12 * 0.12 / 3;
    assertEquals(0, sum / n, 4 * Math.sqrt(variance / n));
    assertEquals(variance, squares / n, 0.03 * variance);
    assertEquals(0, products / n, 0.03 * variance);
  }

  @Test
  void shearMovesColumnsByAShareOfTheirRowAndShiftMovesAll() {
    Distortion sheared = drawn(affine(0, 0, 0.4, 0, 0), 3, 1);
    assertEquals(1, sheared.mxx);
    assertEquals(0, sheared.myx, 0.0);
    assertEquals(1, sheared.myy);
    assertTrue(sheared.mxy != 0 && Math.abs(sheared.mxy) <= 0.4);
    Distortion shifted = drawn(affine(0, 0, 0, 2, 0), 3, 1);
    assertArrayEquals(new double[] {5 + shifted.tx, 6 + shifted.ty}, moved(shifted, 5, 6), 1e-12);
    assertTrue(shifted.tx != shifted.ty && Math.abs(shifted.tx) <= 2 && Math.abs(shifted.ty) <= 2);
  }

  @Test
  void theMatrixIsRotationTimesShearTimesScaleTimesFlip() {
    for (int number = 0; number < 50; number++) {
      Distortion rotation = drawn(affine(40, 0, 0, 0, 0), number, 1);
      Distortion shear = drawn(affine(0, 0, 0.3, 0, 0), number, 1);
      Distortion scale = drawn(affine(0, 0.3, 0, 0, 0), number, 1);
      Distortion flip = drawn(affine(0, 0, 0, 0, 0.5), number, 1);
      double[] wanted = product(product(product(m(rotation), m(shear)), m(scale)), m(flip));
      Distortion all = drawn(affine(40, 0.3, 0.3, 5, 0.5), number, 1);
      assertArrayEquals(wanted, m(all), 1e-12, "image " + number);
    }
  }

  private static double[] m(Distortion d) {
    return new double[] {d.mxx, d.mxy, d.myx, d.myy};
  }

  private static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
      a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3]
    };
  }

  @Test
  void halfTheStrengthIsTheSameWithHalfOfEverything() {
    Augmentation whole = new Augmentation(20, 0.2, 0.2, 4, 2, 0.5, null, 0, 0, 0.5);
    Augmentation half = new Augmentation(10, 0.1, 0.1, 2, 1, 0.5, null, 0, 0, 0.5);
    for (int number = 0; number < 20; number++) {
      Distortion wanted = drawn(half, number, 1);
      Distortion got = drawn(whole, number, 0.5);
      assertArrayEquals(m(wanted), m(got), 1e-15);
      assertEquals(wanted.tx, got.tx);
      assertEquals(wanted.elasticX, got.elasticX);
      assertEquals(wanted.fieldX, got.fieldX);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3", "1"})
  void probabilitiesAreKept(double probability) {
    int n = 10_000;
    Augmentation augmentation =
        new Augmentation(
            0, 0, 0, 0, 0, probability, new Cutout(5, probability), probability, 0, 0.5);
    int flipped = 0;
    int cut = 0;
    int untouched = 0;
    for (int number = 0; number < n; number++) {
      Distortion d = drawn(augmentation, number, 1);
      flipped += d.mxx < 0 ? 1 : 0;
      cut += d.cutTop < d.cutBottom && d.cutLeft < d.cutRight ? 1 : 0;
      untouched += d.untouched ? 1 : 0;
    }
    double error = probability == 0.3 ? 4 * Math.sqrt(0.3 * 0.7 * n) : 0;
    assertEquals(probability * n, flipped, error);
    assertEquals(probability * n, cut, error);
    assertEquals(probability * n, untouched, error);
  }

  @Test
  void aCutoutIsASquareWhoseMiddleIsInTheImage() {
    Augmentation augmentation = new Augmentation(0, 0, 0, 0, 0, 0, new Cutout(5, 1), 0, 0, 0.5);
    boolean[] rows = new boolean[SIDE];
    for (int number = 0; number < 2000; number++) {
      Distortion d = drawn(augmentation, number, 1);
      int height = d.cutBottom - d.cutTop;
      assertTrue(height >= 3 && height <= 5, "height " + height);
      boolean atTheEdge = d.cutTop == 0 || d.cutBottom == SIDE;
      assertTrue(height == 5 || atTheEdge, d.cutTop + " to " + d.cutBottom);
      for (int row = d.cutTop; row < d.cutBottom; row++) {
        rows[row] = true;
      }
    }
    for (boolean row : rows) {
      assertTrue(row);
    }
  }
}
