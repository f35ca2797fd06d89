package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import glassbox.nn.LayerSpec;
import glassbox.nn.Network;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NearestImagesTest {
  private final ImageSet images = SyntheticData.patterns(5, 8, 1200, 1).train();
  private final Network network =
      new Network(
          List.of(
              new LayerSpec.DenseSpec(16), new LayerSpec.ReluSpec(), new LayerSpec.DenseSpec(5)),
          64,
          1,
          Compute.single());

  @BeforeEach
  void randomWeights() {
    var random = RandomStream.of(3, "weights", 0);
    network
        .parameters()
        .forEach(parameter -> {
          float[] values = parameter.value().values();
          for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
          }
        });
  }

  private float[] hidden(int image) {
    Matrix x = new Matrix(1, 64);
    images.copyTo(image, x, 0);
    return NearestImages.lastHidden(network, x).values().clone();
  }

  private double distance(int image, float[] to) {
    float[] of = hidden(image);
    double sum = 0;
    for (int i = 0; i < to.length; i++) {
      sum += Math.pow(of[i] - to[i], 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void theNearestAreThoseOfAnExhaustiveSearch() {
    NearestImages nearest = NearestImages.of(network, images, 1 << 20, () -> true);
    assertNotNull(nearest);
    float[] to = hidden(17);
    int[] expected =
        IntStream.range(0, images.count())
            .boxed()
            .sorted((a, b) -> Double.compare(distance(a, to), distance(b, to)))
            .limit(5)
            .mapToInt(i -> i)
            .toArray();
    NearestImages.Near[] found = nearest.nearest(to, 5);
    for (int i = 0; i < 5; i++) {
      assertEquals(expected[i], found[i].image());
      assertEquals(distance(expected[i], to), found[i].distance(), 1e-4);
    }
    assertEquals(17, found[0].image());
  }

  @Test
  void whereAllWouldTakeTooMuchRoomTheFirstAreLookedAt() {
    NearestImages nearest = NearestImages.of(network, images, 16 * 4 * 700, () -> true);
    assertNotNull(nearest);
    assertEquals(700, nearest.images().count());
  }

  @Test
  void itEndsWhenItIsNoLongerWanted() {
    int[] asked = new int[1];
    assertNull(NearestImages.of(network, images, 1 << 20, () -> asked[0]++ < 1));
  }
}
