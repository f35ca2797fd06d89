package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that change while the way back goes through them: nobody can tell. */
class BackwardBlocksTest {
  private static final float RATE = 0.01f;
  private static final float DECAY = 0.001f;

  /** What comes of a step: both gradients' effects. */
  private record Step(float[] inputGradient, float[] weights) {}

  /** x, y and w of one layer; behind a ReLU half of the values are 0. */
  private record Layer(Matrix x, Matrix y, Matrix w) {
    static Layer of(int images, int inputs, int outputs, boolean zeros) {
      Layer layer =
          new Layer(
              RandomMatrices.gaussian(images, inputs, 1),
              RandomMatrices.gaussian(images, outputs, 2),
              RandomMatrices.gaussian(inputs, outputs, 3));
      if (zeros) {
        rectify(layer.x);
        rectify(layer.y);
      }
      return layer;
    }

    private static void rectify(Matrix m) {
      for (int i = 0; i < m.size(); i++) {
        m.values()[i] = Math.max(0, m.values()[i]);
      }
    }

    /** One product after the other, by the loops that a student reads. */
    Step byWholes() {
      Matrix gradient = new Matrix(w.rows(), w.columns());
      Matrix dx = new Matrix(x.rows(), x.columns());
      try (Compute plain = Compute.of("plain", 1)) {
        plain.multiplyTransposedRight(y, w, dx);
        plain.multiplyTransposedLeft(x, y, gradient);
        plain.use(gradient, block -> plain.descend(w, block, RATE, DECAY));
      }
      return new Step(dx.values().clone(), w.values().clone());
    }

    Step byBlocks(Compute compute) {
      Matrix dx = new Matrix(x.rows(), x.columns());
      compute.multiplyBack(x, y, w, dx, block -> compute.descend(w, block, RATE, DECAY));
      return new Step(dx.values().clone(), w.values().clone());
    }
  }

  @ParameterizedTest
  @CsvSource({"plain, 1", "plain, 3", "simd, 1", "simd, 2", "simd, 3"})
  void blocksHaveTheBitsOfWholeProducts(String kernel, int threads) {
    try (Compute compute = Compute.of(kernel, threads)) {
      for (boolean zeros : new boolean[] {false, true}) {
        for (int images : new int[] {1, 33, 130}) {
          for (int inputs : new int[] {1, 64, 330}) {
            for (int outputs : new int[] {10, 300, 545}) {
              assertSame(images, inputs, outputs, zeros, compute);
            }
          }
        }
      }
      assertSame(32, 200, 4100, true, compute); // rows so long that a block is 64 of them
    }
  }

  private static void assertSame(
      int images, int inputs, int outputs, boolean zeros, Compute compute) {
    Step wanted = Layer.of(images, inputs, outputs, zeros).byWholes();
    Step got = Layer.of(images, inputs, outputs, zeros).byBlocks(compute);
    String what = "%d x %d x %d, zeros %s".formatted(images, inputs, outputs, zeros);
    assertArrayEquals(wanted.inputGradient, got.inputGradient, what);
    assertArrayEquals(wanted.weights, got.weights, what);
  }

  /** As where a dropout of nothing stands before the first weights. */
  @Test
  void theInputsMayBePixels() {
    Matrix full = Matrix.of(32, 600, pixels().values().clone());
    Step wanted = withInputs(full).byWholes();
    try (Compute compute = Compute.of("simd", 3)) {
      Step got = withInputs(pixels()).byBlocks(compute);
      assertArrayEquals(wanted.inputGradient, got.inputGradient);
      assertArrayEquals(wanted.weights, got.weights);
    }
  }

  private static Layer withInputs(Matrix x) {
    return new Layer(x, RandomMatrices.gaussian(32, 545, 2), RandomMatrices.gaussian(600, 545, 3));
  }

  private static Matrix pixels() {
    Matrix x = Matrix.sparse(32, 600);
    NonZeros rows = Objects.requireNonNull(x.refill());
    float[] row = new float[600];
    for (int image = 0; image < 32; image++) {
      row[17 * image] = 1;
      rows.addRow(row, 0, 600);
    }
    return x;
  }

  @Test
  void zerosDoNotHideWhatIsNotFinite() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      for (boolean inWeights : new boolean[] {false, true}) {
        Step wanted = broken(bad, inWeights).byWholes();
        try (Compute compute = Compute.of("simd", 2)) {
          Step got = broken(bad, inWeights).byBlocks(compute);
          assertArrayEquals(wanted.inputGradient, got.inputGradient);
          assertArrayEquals(wanted.weights, got.weights);
          assertTrue(anyIsNotFinite(got.inputGradient) && anyIsNotFinite(got.weights));
        }
      }
    }
  }

  private static Layer broken(float bad, boolean inWeights) {
    Layer layer = Layer.of(32, 100, 130, true);
    (inWeights ? layer.w : layer.y).set(5, 7, bad);
    return layer;
  }

  private static boolean anyIsNotFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return true;
      }
    }
    return false;
  }
}
