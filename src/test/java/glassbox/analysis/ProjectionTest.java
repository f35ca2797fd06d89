package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Projection.Method;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.Activations;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class ProjectionTest {
  private static Matrix points(int count) {
    return Activations.pixels(
        SyntheticData.patterns(4, 6, 120, 120).test(), IntStream.range(0, count).toArray());
  }

  private static Matrix place(Method method, int count) {
    try (Compute compute = Compute.single()) {
      Matrix placed = Projection.of(method, 1).place(points(count), compute, Placing.ALONE);
      assertNotNull(placed);
      return placed;
    }
  }

  @ParameterizedTest
  @EnumSource
  void fewPointsDownToOneArePlacedSomewhere(Method method) {
    for (int count : new int[] {1, 2, 3, 4, 5, 8}) {
      Matrix placed = place(method, count);
      assertEquals(count, placed.rows());
      for (float value : placed.values()) {
        assertTrue(Float.isFinite(value));
      }
    }
  }

  @Test
  void umapIsDecidedByItsSeedAndKeepsClassesTogether() {
    Matrix placed = place(Method.UMAP, 120);
    assertTrue(TSneTest.share(placed) > 0.9, "share " + TSneTest.share(placed));
    assertArrayEquals(placed.values(), place(Method.UMAP, 120).values());
  }

  @Test
  void umapCanBeCalledOff() {
    try (Compute compute = Compute.single()) {
      Matrix x = points(120);
      assertNull(Projection.of(Method.UMAP, 1).place(x, compute, (share, where) -> false));
    }
  }
}
