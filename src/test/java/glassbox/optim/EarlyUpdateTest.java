package glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.NonZeros;
import glassbox.linalg.RandomMatrices;
import glassbox.nn.Parameter;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.RmsPropSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same steps by every kernel, on several threads, late and as soon as the gradient is there.
 */
class EarlyUpdateTest {
  static List<OptimizerSpec> optimizers() {
    return List.of(
        new SgdSpec(0.1, 0, false, 0),
        new SgdSpec(0.1, 0, false, 0.01),
        new SgdSpec(0.1, 0.9, false, 0.01),
        new SgdSpec(0.1, 0.9, true, 0),
        new SgdSpec(0.1, 0, false, 0.01, false),
        new SgdSpec(0.1, 0.9, true, 0.01, false),
        new RmsPropSpec(0.01, 0.9, 1e-8, 0.9, 0.01, false),
        new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, false, false),
        new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, true, false),
        new RmsPropSpec(0.01, 0.99, 1e-8, 0, 0.01),
        new RmsPropSpec(0.01, 0.9, 1e-8, 0.9, 0),
        new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, false),
        new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, true));
  }

  /** Some steps on a network's first layer; gives the weights and what the optimizer remembers. */
  private static List<float[]> steps(
      OptimizerSpec spec, Compute compute, int units, boolean early) {
    Matrix value = RandomMatrices.gaussian(300, units, 1);
    Parameter weight = new Parameter("0.weight", value, new Matrix(300, units), false);
    Parameter bias =
        new Parameter("0.bias", RandomMatrices.gaussian(1, units, 2), new Matrix(1, units), true);
    Optimizer optimizer = spec.create(List.of(weight, bias), compute);
    var use = early ? optimizer.early(weight) : null;
    for (int step = 0; step < 5; step++) {
      Matrix x = mostlyZeros(step);
      Matrix dy = RandomMatrices.gaussian(8, units, 20 + step);
      optimizer.begin(0.1 / (1 + step));
      if (use == null) {
        compute.multiplyTransposedLeft(x, dy, weight.gradient());
      } else {
        compute.multiplyTransposedLeft(x, dy, weight.gradient(), use);
      }
      compute.columnSums(dy, bias.gradient().values());
      optimizer.finish();
    }
    List<float[]> all = new ArrayList<>(optimizer.memory());
    all.add(weight.value().values());
    all.add(bias.value().values());
    return all;
  }

  /** Images of which only some columns, others in each step, are anything but 0. */
  private static Matrix mostlyZeros(int step) {
    Matrix x = Matrix.sparse(8, 300);
    NonZeros rows = Objects.requireNonNull(x.refill());
    float[] row = new float[300];
    for (int image = 0; image < 8; image++) {
      for (int column = 20 * step; column < 20 * step + 90; column++) {
        row[column] = (image * 31 + column * 17) % 50 / 50f;
      }
      rows.addRow(row, 0, 300);
    }
    return x;
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void allWaysGiveTheSameBits(OptimizerSpec spec) {
    for (int units : new int[] {1, 10, 33, 64, 3500}) {
      List<float[]> wanted = steps(spec, Compute.of("plain", 1), units, false);
      for (String kernel : Compute.KERNELS) {
        for (int threads : new int[] {1, 3}) {
          try (Compute compute = Compute.of(kernel, threads)) {
            assertSame(wanted, steps(spec, compute, units, false), kernel + " late " + units);
            assertSame(wanted, steps(spec, compute, units, true), kernel + " early " + units);
          }
        }
      }
    }
  }

  private static void assertSame(List<float[]> wanted, List<float[]> got, String how) {
    for (int i = 0; i < wanted.size(); i++) {
      assertArrayEquals(wanted.get(i), got.get(i), how + ", array " + i);
    }
  }
}
