package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.linalg.ProductCase.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  /** On both sides of every tile and vector width. */
  private static final int[] SIDES = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 37};

  /** Large enough to be shared among threads, with ends that fit no tile. */
  private static final List<Shape> LARGE =
      List.of(
          new Shape(32, 784, 128),
          new Shape(32, 128, 10),
          new Shape(128, 784, 32),
          new Shape(1, 1999, 101),
          new Shape(2, 3001, 33),
          new Shape(3, 1777, 29),
          new Shape(5, 901, 31),
          new Shape(129, 61, 47),
          new Shape(1201, 113, 10),
          new Shape(130, 515, 777));

  private static List<Shape> smallShapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int n : SIDES) {
      for (int d : new int[] {1, 2, 3, 8, 13, 37}) {
        for (int h : SIDES) {
          shapes.add(new Shape(n, d, h));
        }
      }
    }
    return shapes;
  }

  /** All sides from 1 to 70, two of three at a time. */
  private static List<Shape> allSides() {
    List<Shape> shapes = new ArrayList<>();
    for (int a = 1; a <= 70; a++) {
      for (int b = 1; b <= 70; b++) {
        shapes.add(new Shape(a, 5, b));
        shapes.add(new Shape(6, a, b));
        shapes.add(new Shape(a, b, 18));
      }
    }
    return shapes;
  }

  private static void assertSameBits(ProductCase product, Compute wanted, Compute got, Shape s) {
    assertArrayEquals(
        product.compute(wanted, s).values(),
        product.compute(got, s).values(),
        () -> product + " " + s + ", " + got.kernelName() + ", threads " + got.threads());
  }

  @ParameterizedTest
  @EnumSource
  void simdHasThePlainKernelsBitsOnSmallShapes(ProductCase product) {
    try (Compute plain = Compute.of("plain", 1);
        Compute simd = Compute.of("simd", 1)) {
      smallShapes().forEach(shape -> assertSameBits(product, plain, simd, shape));
    }
  }

  @ParameterizedTest
  @EnumSource
  void simdHasThePlainKernelsBitsOnAllSidesTo70(ProductCase product) {
    try (Compute plain = Compute.of("plain", 1);
        Compute simd = Compute.of("simd", 1)) {
      allSides().forEach(shape -> assertSameBits(product, plain, simd, shape));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKernelAndThreadCountHasTheSameBitsOnLargeShapes(ProductCase product) {
    try (Compute wanted = Compute.of("plain", 1)) {
      for (String kernel : Compute.KERNELS) {
        for (int threads = 1; threads <= 3; threads++) {
          try (Compute compute = Compute.of(kernel, threads)) {
            LARGE.forEach(shape -> assertSameBits(product, wanted, compute, shape));
          }
        }
      }
    }
  }

  /** On both sides of a word of bits, of a panel's and of a tile's width. */
  static List<Shape> shapesWithZeros() {
    List<Shape> shapes = new ArrayList<>();
    for (int n : new int[] {1, 15, 16, 32, 33, 64, 70, 130}) {
      for (int d : new int[] {16, 31, 32, 63, 64, 65, 100, 128, 129}) {
        for (int h : new int[] {16, 32, 33, 48, 64, 65, 127, 128, 200}) {
          shapes.add(new Shape(n, d, h).withZeros());
        }
      }
    }
    for (int wide : new int[] {257, 288, 300, 512, 545}) { // panels are filled several at once
      shapes.add(new Shape(16, 65, wide).withZeros());
      shapes.add(new Shape(33, wide, 70).withZeros());
    }
    shapes.add(new Shape(130, 515, 777).withZeros());
    return shapes;
  }

  @ParameterizedTest
  @EnumSource
  void skippingTheZerosBehindAReluChangesNoBit(ProductCase product) {
    try (Compute plain = Compute.of("plain", 1);
        Compute one = Compute.of("simd", 1);
        Compute three = Compute.of("simd", 3)) {
      for (Shape shape : shapesWithZeros()) {
        assertSameBits(product, plain, one, shape);
        assertSameBits(product, plain, three, shape);
      }
      for (Shape shape : LARGE) {
        assertSameBits(product, plain, three, shape.withZeros());
      }
    }
  }

  /** The plain kernels may have to go on where the others have begun. */
  @Test
  void bothKernelsKnowARightFactorThatIsTransposed() {
    Kernels simd = new SimdKernels();
    for (Shape shape : shapesWithZeros()) {
      Matrix y = ProductCase.TRANSPOSED_RIGHT.left(shape);
      Matrix w = ProductCase.TRANSPOSED_RIGHT.right(shape);
      Product product = new Product();
      float[] plain = new float[shape.n() * shape.d()];
      float[] fast = new float[plain.length];
      product.left(y.values(), shape.h()).rightTransposed(w.values(), shape.d(), shape.h());
      new PlainKernels().multiply(product.into(plain, null), 0, shape.n(), 0, shape.d());
      if (simd.skipZeros(product, shape.n(), new NonZeroBits())) {
        simd.multiply(product.into(fast, null), 0, shape.n(), 0, shape.d());
        assertArrayEquals(plain, fast, shape.toString());
      }
      assertArrayEquals(
          plain, ProductCase.TRANSPOSED_RIGHT.compute(Compute.single(), shape).values());
    }
  }

  @ParameterizedTest
  @EnumSource
  void zerosBehindAReluDoNotHideInfiniteWeights(ProductCase product) {
    Shape shape = new Shape(33, 70, 130).withZeros();
    try (Compute plain = Compute.of("plain", 1);
        Compute simd = Compute.of("simd", 1)) {
      for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
        Matrix right = product.right(shape);
        assertTrue(simd.allFinite(product.compute(simd, shape, right)));
        right.values()[right.size() / 2] = bad;
        float[] got = product.compute(simd, shape, right).values();
        assertArrayEquals(product.compute(plain, shape, right).values(), got);
        assertFalse(simd.allFinite(Matrix.of(1, got.length, got)));
      }
    }
  }

  /** Operands are about 1, so a sum of K products is about sqrt(K): the bound is relative to it. */
  @ParameterizedTest
  @EnumSource
  void productsAgreeWithDoublePrecision(ProductCase product) {
    List<Shape> shapes = smallShapes();
    shapes.addAll(LARGE);
    try (Compute plain = Compute.of("plain", 1)) {
      for (Shape shape : shapes) {
        double[] wanted = product.naive(shape);
        float[] got = product.compute(plain, shape).values();
        double tolerance = 1e-4 * Math.max(1, Math.sqrt(product.inner(shape)));
        for (int i = 0; i < wanted.length; i++) {
          assertEquals(wanted[i], got[i], tolerance, product + " " + shape);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"plain, NaN", "simd, NaN", "plain, Infinity", "simd, Infinity"})
  void nanAndInfinityReachTheirRowAndNoOther(String kernel, float value) {
    Matrix x = RandomMatrices.gaussian(5, 7, 1);
    x.set(2, 3, value);
    Matrix out = new Matrix(5, 19);
    try (Compute compute = Compute.of(kernel, 1)) {
      compute.multiply(x, RandomMatrices.gaussian(7, 19, 2), null, out);
    }
    for (int n = 0; n < out.rows(); n++) {
      for (int h = 0; h < out.columns(); h++) {
        assertEquals(n != 2, Float.isFinite(out.get(n, h)), "row " + n + " column " + h);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "simd"})
  void zeroTimesInfinityIsNotSkipped(String kernel) {
    Matrix x = new Matrix(1, 2);
    Matrix w = Matrix.of(2, 1, Float.POSITIVE_INFINITY, 1f);
    Matrix out = new Matrix(1, 1);
    try (Compute compute = Compute.of(kernel, 1)) {
      compute.multiply(x, w, null, out);
    }
    assertTrue(Float.isNaN(out.get(0, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "simd"})
  void rowsBeyondThoseInUseAreLeftAlone(String kernel) {
    Matrix x = RandomMatrices.gaussian(6, 9, 1).withRows(5);
    Matrix out = new Matrix(6, 21);
    out.fill(42f);
    try (Compute compute = Compute.of(kernel, 1)) {
      compute.multiply(x, RandomMatrices.gaussian(9, 21, 2), null, out.withRows(5));
    }
    out.withRows(6);
    for (int h = 0; h < out.columns(); h++) {
      assertEquals(42f, out.get(5, h));
    }
  }

  @Test
  void shapeErrorsNameBothShapes() {
    Matrix x = new Matrix(2, 3);
    Matrix w = new Matrix(4, 5);
    Matrix out = new Matrix(2, 5);
    try (Compute compute = Compute.of("plain", 1)) {
      assertRefused("[2 x 3] and [4 x 5]", () -> compute.multiply(x, w, null, out));
      assertRefused("[2 x 3] and [4 x 5]", () -> compute.multiplyTransposedLeft(x, w, out));
      assertRefused("[2 x 3] and [4 x 5]", () -> compute.multiplyTransposedRight(x, w, out));
    }
  }

  @Test
  void resultsAndBiasesOfAnotherShapeAreRefused() {
    Matrix x = new Matrix(2, 3);
    Matrix w = new Matrix(3, 5);
    try (Compute compute = Compute.of("plain", 1)) {
      assertRefused("[2 x 4]", () -> compute.multiply(x, w, null, new Matrix(2, 4)));
      assertRefused("bias", () -> compute.multiply(x, w, new float[4], new Matrix(2, 5)));
    }
  }

  private static void assertRefused(String part, Runnable product) {
    String message = assertThrows(IllegalArgumentException.class, product::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
