package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

  @Test
  void columnSumsAddTheRowsInUse() {
    Matrix y = Matrix.of(3, 2, 1, 10, 2, 20, 4, 40).withRows(2);
    float[] sums = {99, 99};
    Compute.columnSums(y, sums);
    assertArrayEquals(new float[] {3, 30}, sums);
  }

  @Test
  void columnSumsOfAnotherLengthAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Compute.columnSums(new Matrix(2, 3), new float[2]));
  }
}
