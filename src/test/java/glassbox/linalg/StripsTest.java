package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Weights whose columns each thread has for itself: nobody can tell, whatever is done with them.
 */
class StripsTest {
  private static final int PIXELS = 784;
  private static final int IMAGES = 40;

  /** So many that a step of them is shared in another way. */
  private static final int MANY = 250;

  /** A first layer that descends, on some kernel and threads. */
  private static final class FirstLayer implements AutoCloseable {
    final Compute compute;
    final Matrix w;
    final Matrix out;
    private final Matrix room;
    private float rate = 0.01f;

    FirstLayer(String kernel, int threads, int units) {
      compute = Compute.of(kernel, threads);
      w = RandomMatrices.gaussian(PIXELS, units, 5);
      out = new Matrix(MANY, units);
      room = new Matrix(PIXELS, units);
    }

    void step(int number) {
      step(images(number, IMAGES));
    }

    void step(Matrix x) {
      compute.multiply(x, w, null, out.withRows(x.rows()));
      Matrix y = RandomMatrices.gaussian(x.rows(), w.columns(), 8);
      compute.multiplyTransposedLeft(
          x,
          y,
          room,
          new GradientUse() {
            @Override
            public void take(GradientBlock block) {
              compute.descend(w, block, rate, 0);
            }

            @Override
            public @Nullable Matrix onlyWeights() {
              return w;
            }

            @Override
            public boolean keepsAtZero() {
              return true;
            }
          });
    }

    @Override
    public void close() {
      compute.close();
    }
  }

  /** A third of the groups of pixels are not black. */
  private static Matrix images(int number, int count) {
    RandomGenerator random = RandomStream.of(number, "test", 0);
    Matrix x = Matrix.sparse(count, PIXELS);
    NonZeros rows = x.refill();
    for (int row = 0; row < count; row++) {
      float[] pixels = new float[PIXELS];
      for (int p = 0; p < PIXELS; p++) {
        pixels[p] = p / 4 % 3 == row % 3 ? random.nextFloat() : 0;
      }
      rows.addRow(pixels, 0, PIXELS);
    }
    return x;
  }

  private static void assertSame(FirstLayer wanted, FirstLayer got, String when) {
    assertArrayEquals(wanted.w.valuesToRead(), got.w.valuesToRead(), "weights " + when);
    assertArrayEquals(wanted.out.values(), got.out.values(), "answers " + when);
  }

  @ParameterizedTest
  @CsvSource({"2, 128", "3, 128", "8, 128", "2, 64", "2, 100", "3, 77", "2, 63", "1, 128"})
  void stepsHaveTheBitsOfOneThreadAndWholeRows(int threads, int units) {
    for (String kernel : Compute.KERNELS) {
      try (FirstLayer wanted = new FirstLayer("plain", 1, units);
          FirstLayer got = new FirstLayer(kernel, threads, units)) {
        for (int step = 0; step < 6; step++) {
          wanted.step(step);
          got.step(step);
        }
        assertEquals(threads > 1 && units >= 64, got.w.areStripsCurrent(), "are there strips");
        assertSame(wanted, got, "after six steps");
      }
    }
  }

  /** As where the last batch of an epoch is smaller. */
  @Test
  void largeStepsAndSmallOnesMayTakeTurns() {
    Matrix few = images(1, IMAGES);
    Matrix many = images(2, MANY);
    for (int run = 0; run < 40; run++) {
      try (FirstLayer wanted = new FirstLayer("simd", 1, 128);
          FirstLayer got = new FirstLayer("simd", 2, 128)) {
        for (int round = 0; round < 2; round++) {
          wanted.step(few);
          got.step(few);
          assertTrue(got.w.areStripsCurrent(), "no strips for few images");
          wanted.step(many);
          got.step(many);
          assertFalse(got.w.areStripsCurrent(), "strips for many images");
        }
        assertSame(wanted, got, "after large and small steps in turn");
      }
    }
  }

  /** What somebody else may do with the weights between two steps. */
  private interface Meddling {
    void with(Matrix weights);
  }

  @Test
  void whatIsWrittenBetweenTheStepsCounts() {
    List<Meddling> all =
        List.of(
            w -> w.values()[PIXELS] = 3,
            w -> w.set(100, 60, 2),
            w -> w.fill(0.25f),
            w -> w.copyFrom(RandomMatrices.gaussian(PIXELS, 128, 9)),
            w -> w.get(3, 3),
            w -> new Matrix(PIXELS, 128).copyFrom(w));
    try (FirstLayer wanted = new FirstLayer("plain", 1, 128);
        FirstLayer got = new FirstLayer("simd", 2, 128)) {
      for (int i = 0; i < 3 * all.size(); i++) {
        wanted.step(2 * i);
        got.step(2 * i);
        all.get(i % all.size()).with(wanted.w);
        all.get(i % all.size()).with(got.w);
        wanted.step(2 * i + 1);
        got.step(2 * i + 1);
      }
      assertSame(wanted, got, "after being meddled with");
    }
  }

  @Test
  void weightsThatBecomeInfiniteInAStripAreNotHidden() {
    try (FirstLayer wanted = new FirstLayer("plain", 1, 128);
        FirstLayer got = new FirstLayer("simd", 2, 128)) {
      wanted.step(0);
      got.step(0);
      assertTrue(got.w.areStripsCurrent());
      wanted.rate = Float.MAX_VALUE;
      got.rate = Float.MAX_VALUE;
      for (int step = 1; step < 4; step++) {
        wanted.step(step);
        got.step(step);
      }
      assertFalse(got.compute.allFinite(got.out), "zeros hide infinite weights");
      assertSame(wanted, got, "of a network that has diverged");
    }
  }

  @Test
  void weightsThatAreReadInEveryStepStayInWholeRows() {
    try (FirstLayer layer = new FirstLayer("simd", 2, 128)) {
      int withStrips = 0;
      for (int step = 0; step < 200; step++) {
        layer.step(step);
        withStrips += layer.w.areStripsCurrent() ? 1 : 0;
        layer.w.values();
      }
      assertTrue(withStrips > 0 && withStrips < 20, withStrips + " of 200 steps");
      for (int step = 0; step < 200; step++) {
        layer.step(step);
      }
      assertTrue(layer.w.areStripsCurrent(), "nobody reads them any more");
    }
  }
}
