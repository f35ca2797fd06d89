package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static Matrix points(int count, int dimensions) {
    RandomGenerator random = RandomStream.of(1, "points", count);
    Matrix x = new Matrix(count, dimensions);
    for (int i = 0; i < x.size(); i++) {
      x.values()[i] = (float) random.nextGaussian();
    }
    return x;
  }

  private static double distance(Matrix x, int a, int b) {
    return IntStream.range(0, x.columns())
        .mapToDouble(d -> x.get(a, d) - x.get(b, d))
        .map(by -> by * by)
        .sum();
  }

  @Test
  void theyAreThoseOfAPlainSearchInManyBlocksOnTwoThreads() {
    Matrix x = points(600, 7);
    try (Compute compute = Compute.of(Compute.defaultKernel(), 2)) {
      Neighbours found = Neighbours.of(x, 9, compute, () -> true);
      for (int i = 0; i < 600; i += 13) {
        int point = i;
        int[] plain =
            IntStream.range(0, 600)
                .filter(j -> j != point)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> distance(x, point, j)))
                .limit(9)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k = 0; k < 9; k++) {
          assertEquals(plain[k], found.index(i, k));
          assertEquals(distance(x, i, plain[k]), found.squaredDistance(i, k), 1e-5);
        }
      }
    }
  }

  @Test
  void theSearchCanBeCalledOff() {
    try (Compute compute = Compute.single()) {
      assertNull(Neighbours.of(points(20, 3), 5, compute, () -> false));
    }
  }
}
