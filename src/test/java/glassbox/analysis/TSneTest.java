package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import glassbox.training.Activations;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TSneTest {
  private static final int POINTS = 120;
  private static final TSne.Settings SHORT = new TSne.Settings(10, 0.5, 120, 40, 12);

  private static ImageSet images() {
    return SyntheticData.patterns(4, 6, POINTS, POINTS).test();
  }

  private static Matrix points() {
    return Activations.pixels(images(), IntStream.range(0, POINTS).toArray());
  }

  private static double[] positions(double spread) {
    RandomGenerator random = RandomStream.of(1, "positions", 0);
    return random.doubles(2 * POINTS).map(share -> spread * (share - 0.5)).toArray();
  }

  private static Affinities affinities(Compute compute) {
    Neighbours neighbours = Neighbours.of(points(), 31, compute, () -> true);
    return new Affinities(new NeighbourShares(neighbours, 10, compute));
  }

  @Test
  void affinitiesAreSymmetricAndAddUpToOne() {
    try (Compute compute = Compute.single()) {
      Affinities affinities = affinities(compute);
      double[][] p = new double[POINTS][POINTS];
      double sum = 0;
      for (int i = 0; i < POINTS; i++) {
        for (int at = affinities.start[i]; at < affinities.start[i + 1]; at++) {
          p[i][affinities.other[at]] = affinities.p[at];
          sum += affinities.p[at];
        }
      }
      assertEquals(1, sum, 1e-9);
      for (int i = 0; i < POINTS; i++) {
        assertEquals(0, p[i][i]);
        for (int j = 0; j < POINTS; j++) {
          assertEquals(p[i][j], p[j][i], 1e-15);
        }
      }
    }
  }

  @Test
  void perplexityIsTheEffectiveNumberOfNeighbours() {
    try (Compute compute = Compute.single()) {
      Neighbours neighbours = Neighbours.of(points(), 31, compute, () -> true);
      NeighbourShares shares = new NeighbourShares(neighbours, 10, compute);
      for (int i = 0; i < POINTS; i++) {
        double entropy = 0;
        for (int at = i * 31; at < (i + 1) * 31; at++) {
          entropy -= shares.share[at] > 0 ? shares.share[at] * Math.log(shares.share[at]) : 0;
        }
        assertEquals(10, Math.exp(entropy), 1e-3);
      }
    }
  }

  @Test
  void exactGradientIsThatOfNumericalDifferences() {
    try (Compute compute = Compute.single()) {
      TSneGradient exact = new TSneGradient(affinities(compute), 0, compute);
      double[] y = positions(4);
      double[] gradient = new double[y.length];
      double[] ignored = new double[y.length];
      exact.of(y, 1, gradient);
      for (int i = 0; i < y.length; i += 7) {
        double step = 1e-5;
        double before = y[i];
        y[i] = before + step;
        exact.of(y, 1, ignored);
        double above = exact.divergence(y);
        y[i] = before - step;
        exact.of(y, 1, ignored);
        double below = exact.divergence(y);
        y[i] = before;
        assertEquals((above - below) / (2 * step), gradient[i], 1e-7);
      }
    }
  }

  @Test
  void barnesAndHutAreNearTheExactGradient() {
    try (Compute compute = Compute.single()) {
      Affinities affinities = affinities(compute);
      double[] exact = new double[2 * POINTS];
      double[] near = new double[2 * POINTS];
      new TSneGradient(affinities, 0, compute).of(positions(30), 1, exact);
      new TSneGradient(affinities, 0.5, compute).of(positions(30), 1, near);
      double error = 0;
      double length = 0;
      for (int i = 0; i < exact.length; i++) {
        error += (near[i] - exact[i]) * (near[i] - exact[i]);
        length += exact[i] * exact[i];
      }
      assertTrue(error > 0, "it is an approximation");
      assertTrue(Math.sqrt(error / length) < 0.05, "off by " + Math.sqrt(error / length));
    }
  }

  @Test
  void identicalPositionsDoNotEndTheWorld() {
    try (Compute compute = Compute.single()) {
      double[] gradient = new double[2 * POINTS];
      new TSneGradient(affinities(compute), 0.5, compute).of(new double[2 * POINTS], 1, gradient);
      assertArrayEquals(new double[2 * POINTS], gradient);
    }
  }

  @Test
  void divergenceFallsAndGroupsComeApart() {
    try (Compute compute = Compute.single()) {
      Matrix x = points();
      Matrix start = TSne.principal(x, 1, compute);
      Matrix end = TSne.place(x, start, SHORT, compute, Placing.ALONE);
      assertTrue(divergence(end, compute) < divergence(start, compute) - 0.3);
      assertTrue(share(end) > 0.95, "neighbours of the same class: " + share(end));
    }
  }

  private static double divergence(Matrix positions, Compute compute) {
    TSneGradient gradient = new TSneGradient(affinities(compute), 0, compute);
    double[] y = new double[2 * POINTS];
    for (int i = 0; i < y.length; i++) {
      y[i] = positions.values()[i];
    }
    gradient.of(y, 1, new double[2 * POINTS]);
    return gradient.divergence(y);
  }

  /** How many points have one of their class as the nearest. */
  static double share(Matrix positions) {
    ImageSet images = images();
    int same = 0;
    try (Compute compute = Compute.single()) {
      Neighbours nearest = Neighbours.of(positions, 1, compute, () -> true);
      for (int i = 0; i < POINTS; i++) {
        same += images.label(i) == images.label(nearest.index(i, 0)) ? 1 : 0;
      }
    }
    return (double) same / POINTS;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theSameSeedGivesTheSamePictureOnAnyNumberOfThreads(int threads) {
    Matrix x = points();
    try (Compute one = Compute.single();
        Compute more = Compute.of(Compute.defaultKernel(), threads)) {
      Matrix start = TSne.principal(x, 3, one);
      assertArrayEquals(
          TSne.place(x, start, SHORT, one, Placing.ALONE).values(),
          TSne.place(x, TSne.principal(x, 3, more), SHORT, more, Placing.ALONE).values());
    }
  }

  @Test
  void itTellsHowFarItIsAndCanBeCalledOff() {
    AtomicInteger reports = new AtomicInteger();
    try (Compute compute = Compute.single()) {
      Matrix x = points();
      Matrix start = TSne.principal(x, 1, compute);
      Placing placing =
          (share, positions) -> {
            if (share > 0) {
              assertEquals(POINTS, positions.get().rows());
              reports.incrementAndGet();
            }
            return share < 0.5;
          };
      assertNull(TSne.place(x, start, SHORT, compute, placing));
      assertEquals(6, reports.get());
    }
  }

  @Test
  void anotherStartFromTheLastPositionsMovesLittle() {
    try (Compute compute = Compute.single()) {
      Matrix x = points();
      Matrix first = TSne.place(x, TSne.principal(x, 1, compute), SHORT, compute, Placing.ALONE);
      Matrix again =
          Projection.of(Projection.Method.TSNE, 1).from(first).place(x, compute, Placing.ALONE);
      assertTrue(share(again) > 0.95);
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TSne.Settings(0.5, 0.5, 10, 0, 12));
  }
}
