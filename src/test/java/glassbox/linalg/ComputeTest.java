package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeTest {
  @Test
  void knowsItsKernelAndThreads() {
    for (String kernel : Compute.KERNELS) {
      try (Compute compute = Compute.of(kernel, 2)) {
        assertEquals(kernel, compute.kernelName());
        assertEquals(2, compute.threads());
      }
    }
  }

  @Test
  void anUnknownKernelIsRefusedByName() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Compute.of("cuda", 1));
    assertEquals("kernel must be simd or plain, got cuda", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 257})
  void impossibleThreadCountsAreRefused(int threads) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Compute.of("plain", threads));
    assertEquals("threads must be in [1, 256], got " + threads, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "simd"})
  void columnSumsAddTheRowsInUse(String kernel) {
    for (int columns : new int[] {1, 2, 7, 8, 17, 64}) {
      Matrix y = RandomMatrices.gaussian(4, columns, 1).withRows(3);
      float[] sums = new float[columns];
      Arrays.fill(sums, 99);
      try (Compute compute = Compute.of(kernel, 1)) {
        compute.columnSums(y, sums);
      }
      for (int j = 0; j < columns; j++) {
        assertEquals(0f + y.get(0, j) + y.get(1, j) + y.get(2, j), sums[j]);
      }
    }
  }

  @Test
  void columnSumsOfAnotherLengthAreRefused() {
    try (Compute compute = Compute.single()) {
      assertThrows(
          IllegalArgumentException.class, () -> compute.columnSums(new Matrix(2, 3), new float[2]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "simd"})
  void onlyWhatIsPositiveLetsAGradientThrough(String kernel) {
    float[] y = new float[19];
    float[] dy = RandomMatrices.gaussian(1, 19, 1).values();
    dy[3] = Float.NaN;
    dy[4] = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < 19; i += 2) {
      y[i] = i == 0 ? Float.MIN_VALUE : i;
    }
    float[] out = new float[19];
    try (Compute compute = Compute.of(kernel, 1)) {
      compute.keepWherePositive(y, dy, out, 19);
    }
    for (int i = 0; i < 19; i++) {
      assertEquals(i % 2 == 0 ? dy[i] : 0f, out[i], "number " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "simd"})
  void exponentialsAreThoseOfDoublePrecision(String kernel) {
    int rows = 13;
    for (int classes : new int[] {2, 3, 10, 17, 1000}) {
      Matrix z = RandomMatrices.gaussian(rows, classes, 1);
      for (int i = 0; i < z.size(); i++) {
        z.values()[i] *= 1 + 3 * (i % 13);
      }
      z.set(1, 0, 10_000);
      z.set(2, 0, -10_000);
      float[] out = new float[z.size()];
      try (Compute compute = Compute.of(kernel, 1)) {
        compute.exponentials(z, out);
      }
      for (int row = 0; row < rows; row++) {
        float largest = z.get(row, 0);
        for (int c = 0; c < classes; c++) {
          largest = Math.max(largest, z.get(row, c));
        }
        for (int c = 0; c < classes; c++) {
          double wanted = Math.exp((double) (z.get(row, c) - largest));
          double tolerance = wanted < 1.7e-38 ? 1.7e-38 : 2 * Math.ulp((float) wanted);
          assertEquals(wanted, out[row * classes + c], tolerance, "e^" + (z.get(row, c) - largest));
        }
      }
    }
  }

  @Test
  void exponentialsHaveTheSameBitsOnBothKernels() {
    Matrix z = RandomMatrices.gaussian(33, 10, 1);
    for (int i = 0; i < z.size(); i++) {
      z.values()[i] *= i % 40;
    }
    z.set(5, 5, Float.NaN);
    z.set(6, 6, Float.POSITIVE_INFINITY);
    z.set(7, 7, Float.NEGATIVE_INFINITY);
    float[] plain = new float[z.size()];
    float[] simd = new float[z.size()];
    try (Compute p = Compute.of("plain", 1);
        Compute s = Compute.of("simd", 1)) {
      p.exponentials(z, plain);
      s.exponentials(z, simd);
    }
    assertArrayEquals(plain, simd);
    assertTrue(Float.isNaN(plain[55]));
    assertEquals(0, plain[77]);
  }
}
