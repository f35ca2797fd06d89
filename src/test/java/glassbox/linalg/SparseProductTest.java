package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparseProductTest {
  private static final float[] VALUE_OF = new float[256];

  static {
    for (int b = 0; b < 256; b++) {
      VALUE_OF[b] = b / 255f;
    }
  }

  /** Kernel and threads, as {@code simd 3}. */
  static List<String> computes() {
    return List.of("plain 1", "plain 3", "simd 1", "simd 2", "simd 3", "simd 8");
  }

  private static Compute compute(String words) {
    String[] parts = words.split(" ");
    return Compute.of(parts[0], Integer.parseInt(parts[1]));
  }

  /** The same numbers sparse and dense; about 7 of 10 groups of columns are all 0. */
  private record Pair(Matrix sparse, Matrix dense) {
    static Pair random(int rows, int columns, long seed) {
      RandomStream random = RandomStream.of(seed, "test", rows * 1000L + columns);
      Matrix sparse = Matrix.sparse(rows, columns);
      Matrix dense = new Matrix(rows, columns);
      NonZeros nonZeros = sparse.refill();
      for (int row = 0; row < rows; row++) {
        short[] groupOf = new short[columns / 4];
        int[] bytes = new int[columns / 4];
        int kept = 0;
        for (int g = 0; g < columns / 4; g++) {
          if (random.nextInt(10) < 3) {
            int four = random.nextInt() & random.nextInt(); // some of the four may be 0
            groupOf[kept] = (short) g;
            bytes[kept++] = four;
            for (int c = 0; c < 4; c++) {
              dense.set(row, g * 4 + c, VALUE_OF[four >>> 8 * c & 0xff]);
            }
          }
        }
        nonZeros.addRow(groupOf, bytes, 0, kept, VALUE_OF);
      }
      return new Pair(sparse, dense);
    }
  }

  private static void assertSameProducts(Compute compute, Pair x, Matrix w, Matrix y) {
    String shapes = x.dense.shape() + " and " + w.shape() + ", " + compute.kernelName();
    float[] bias = RandomMatrices.gaussian(1, w.columns(), 3).values();
    Matrix out = new Matrix(x.dense.rows(), w.columns());
    Matrix wanted = new Matrix(x.dense.rows(), w.columns());
    out.fill(42);
    compute.multiply(x.dense, w, bias, wanted);
    compute.multiply(x.sparse, w, bias, out);
    assertArrayEquals(wanted.values(), out.values(), "x w + b, " + shapes);
    Matrix gradient = new Matrix(x.dense.columns(), w.columns());
    Matrix wantedGradient = new Matrix(x.dense.columns(), w.columns());
    gradient.fill(42);
    compute.multiplyTransposedLeft(x.dense, y, wantedGradient);
    compute.multiplyTransposedLeft(x.sparse, y, gradient);
    assertArrayEquals(wantedGradient.values(), gradient.values(), "x' y, " + shapes);
  }

  @ParameterizedTest
  @MethodSource("computes")
  void skippingZerosChangesNoBit(String kernelAndThreads) {
    try (Compute compute = compute(kernelAndThreads)) {
      for (int rows : new int[] {1, 2, 31, 32, 33, 64, 70}) {
        for (int columns : new int[] {4, 8, 20, 64}) {
          for (int units : new int[] {1, 2, 7, 8, 10, 15, 16, 17, 31, 33, 48, 63, 64, 70, 129}) {
            Pair x = Pair.random(rows, columns, units);
            Matrix w = RandomMatrices.gaussian(columns, units, 5);
            assertSameProducts(compute, x, w, RandomMatrices.gaussian(rows, units, 6));
          }
        }
      }
      Pair images = Pair.random(256, 784, 1);
      Matrix w = RandomMatrices.gaussian(784, 200, 5);
      assertSameProducts(compute, images, w, RandomMatrices.gaussian(256, 200, 6));
    }
  }

  @Test
  void moreThreadsThanPartsShareAWorkToo() {
    Pair x = Pair.random(64, 784, 1);
    Matrix w = RandomMatrices.gaussian(784, 700, 5);
    Matrix y = RandomMatrices.gaussian(64, 700, 6);
    try (Compute compute = Compute.of("simd", Workers.MOST_PARTS + 8)) {
      assertSameProducts(compute, x, w, y);
      assertTrue(compute.fmaGflops(1) > 0);
    }
  }

  /** Writes each block that it gets into a matrix, and counts how often each number came. */
  private static GradientUse writingInto(Matrix whole, int[] times) {
    return block -> {
      for (int row = 0; row < block.rows; row++) {
        for (int column = 0; column < block.columns; column++) {
          int at = block.weightAt(whole.columns()) + row * whole.columns() + column;
          whole.values()[at] = block.values[block.at + row * block.stride + column];
          times[at]++;
        }
      }
    };
  }

  @ParameterizedTest
  @MethodSource("computes")
  void blocksThatAreUsedAtOnceAreTheWholeGradientOnce(String kernelAndThreads) {
    try (Compute compute = compute(kernelAndThreads)) {
      for (Pair x : List.of(Pair.random(3, 8, 1), Pair.random(256, 784, 1))) {
        for (int units : new int[] {1, 10, 200}) {
          Matrix y = RandomMatrices.gaussian(x.dense.rows(), units, 6);
          Matrix wanted = new Matrix(x.dense.columns(), units);
          compute.multiplyTransposedLeft(x.dense, y, wanted);
          for (Matrix input : List.of(x.sparse, x.dense)) {
            Matrix got = new Matrix(x.dense.columns(), units);
            int[] times = new int[got.size()];
            Matrix room = new Matrix(x.dense.columns(), units);
            compute.multiplyTransposedLeft(input, y, room, writingInto(got, times));
            assertArrayEquals(wanted.values(), got.values(), kernelAndThreads + " units " + units);
            assertTrue(Arrays.stream(times).allMatch(n -> n == 1));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("computes")
  void zeroTimesInfinityAndNaNIsNotSkipped(String kernelAndThreads) {
    try (Compute compute = compute(kernelAndThreads)) {
      for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
        for (int at : new int[] {0, 17, 20 * 37 - 1}) {
          Pair x = Pair.random(33, 20, 1);
          Matrix w = RandomMatrices.gaussian(20, 37, 5);
          w.values()[at] = bad;
          Matrix y = RandomMatrices.gaussian(33, 37, 6);
          y.values()[at] = bad;
          assertSameProducts(compute, x, w, y);
        }
      }
    }
  }

  /** What may make a weight infinite after a product has found all of them finite. */
  private static List<BiConsumer<Compute, Matrix>> infiniteWeights() {
    return List.of(
        (compute, w) -> w.values()[17] = Float.POSITIVE_INFINITY,
        (compute, w) -> w.set(0, 17, Float.NaN),
        (compute, w) -> w.fill(Float.NEGATIVE_INFINITY),
        (compute, w) -> {
          Matrix other = RandomMatrices.gaussian(w.rows(), w.columns(), 7);
          other.values()[17] = Float.NaN;
          w.copyFrom(other);
        },
        (compute, w) -> {
          Matrix gradient = new Matrix(w.rows(), w.columns());
          gradient.set(w.rows() - 1, w.columns() - 1, Float.MAX_VALUE);
          compute.use(gradient, block -> compute.descend(w, block, Float.MAX_VALUE, 0));
        });
  }

  @ParameterizedTest
  @MethodSource("computes")
  void weightsThatBecomeInfiniteBetweenTwoProductsAreNotSkipped(String kernelAndThreads) {
    try (Compute compute = compute(kernelAndThreads)) {
      for (BiConsumer<Compute, Matrix> change : infiniteWeights()) {
        Pair x = Pair.random(33, 784, 1);
        Matrix w = RandomMatrices.gaussian(784, 37, 5);
        Matrix y = RandomMatrices.gaussian(33, 37, 6);
        assertSameProducts(compute, x, w, y);
        assertTrue(w.isKnownFinite());
        change.accept(compute, w);
        Matrix out = new Matrix(33, 37);
        compute.multiply(x.sparse, w, null, out);
        assertFalse(compute.allFinite(out), "an infinite weight is hidden by zeros");
        assertSameProducts(compute, x, w, y);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("computes")
  void blocksOfZerosComeOnlyToThoseWhoWantThem(String kernelAndThreads) {
    try (Compute compute = compute(kernelAndThreads)) {
      Pair x = Pair.random(2, 784, 1);
      Matrix y = RandomMatrices.gaussian(2, 20, 6);
      Matrix wanted = new Matrix(784, 20);
      compute.multiplyTransposedLeft(x.dense, y, wanted);
      Matrix got = new Matrix(784, 20);
      int[] times = new int[got.size()];
      GradientUse all = writingInto(got, times);
      compute.multiplyTransposedLeft(
          x.sparse,
          y,
          new Matrix(784, 20),
          new GradientUse() {
            @Override
            public void take(GradientBlock block) {
              all.take(block);
            }

            @Override
            public boolean keepsAtZero() {
              return true;
            }
          });
      assertArrayEquals(wanted.values(), got.values());
      for (int row = 0; row < 784; row++) {
        int group = row / 4 * 4;
        boolean empty = true;
        for (int i = 0; i < 8; i++) {
          empty &= x.dense.get(i / 4, group + i % 4) == 0;
        }
        if (times[row * 20] == 0) {
          assertTrue(empty, "row " + row + " did not come");
        }
      }
      assertTrue(Arrays.stream(times).filter(n -> n == 0).count() > 784 * 20 / 4, "most are zeros");
    }
  }

  @Test
  void aSparseMatrixGivesItsZerosToo() {
    Pair x = Pair.random(70, 20, 1);
    assertArrayEquals(x.dense.values(), x.sparse.values());
    assertEquals(x.dense.get(69, 19), x.sparse.get(69, 19));
    NonZeros again = x.sparse.withRows(1).refill();
    again.addRow(new short[] {2}, new int[] {0x0000ff00}, 0, 1, VALUE_OF);
    float[] wanted = new float[20];
    wanted[9] = 1;
    assertArrayEquals(wanted, Arrays.copyOf(x.sparse.values(), 20));
  }

  @Test
  void aSparseMatrixIsFilledByRowsOnly() {
    Matrix sparse = Matrix.sparse(2, 8);
    assertThrows(IllegalStateException.class, () -> sparse.set(0, 0, 1));
    assertThrows(IllegalStateException.class, () -> sparse.fill(1));
    assertThrows(IllegalStateException.class, () -> sparse.copyFrom(new Matrix(2, 8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 30})
  void columnsThatAreNoGroupsAreRefused(int columns) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Matrix.sparse(2, columns)).getMessage();
    assertTrue(message.contains("multiple of 4, got " + columns), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "simd"})
  void finiteMeansNeitherNaNNorInfinite(String kernel) {
    try (Compute compute = Compute.of(kernel, 1)) {
      for (int size : new int[] {1, 15, 16, 17, 33, 100}) {
        Matrix values = RandomMatrices.gaussian(1, size, 1);
        assertTrue(compute.allFinite(values), "size " + size);
        values.set(0, size - 1, Float.MAX_VALUE);
        assertTrue(compute.allFinite(values), "largest at the end of " + size);
        for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
          values.set(0, size - 1, bad);
          assertEquals(false, compute.allFinite(values), bad + " at the end of " + size);
          values.set(0, size - 1, 0);
          values.set(0, 0, bad);
          assertEquals(false, compute.allFinite(values), bad + " at the start of " + size);
          values.set(0, 0, 0);
        }
      }
    }
  }
}
