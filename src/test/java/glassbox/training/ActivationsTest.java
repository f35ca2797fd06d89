package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.LayerSpec;
import glassbox.nn.Network;
import glassbox.nn.Pass;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivationsTest {
  private static final List<LayerSpec> SPECS =
      Stream.of("dense 7", "batchnorm", "relu", "dropout 0.5", "dense 6", "tanh", "dense 5")
          .map(LayerSpec::parse)
          .toList();

  @Test
  void aHiddenLayerEndsWhereTheNextDenseLayerBegins() {
    assertEquals(
        List.of(new HiddenLayer(1, 7, 4), new HiddenLayer(2, 6, 6)), HiddenLayer.of(SPECS));
    assertEquals(List.of(), HiddenLayer.of(SPECS.subList(6, 7)));
  }

  @Test
  void theyAreWhatTheNextLayerGetsInManyBatches() {
    ImageSet images = SyntheticData.patterns(5, 4, 10, 1203).test();
    int[] which = IntStream.range(0, 1203).filter(i -> i % 2 == 0).toArray();
    try (Compute compute = Compute.single()) {
      Network network = new Network(SPECS, 16, 1, compute);
      network
          .parameters()
          .forEach(p -> p.value().copyFrom(ramp(p.value().rows(), p.value().columns())));
      Activations activations = new Activations(network, compute);
      for (HiddenLayer layer : HiddenLayer.of(SPECS)) {
        Matrix all = activations.of(layer, images, which);
        for (int row : new int[] {0, 250, 601}) {
          Matrix x = new Matrix(1, 16);
          images.copyTo(which[row], x, 0);
          Matrix alone = network.forward(x, layer.end(), Pass.EVALUATION);
          for (int h = 0; h < layer.units(); h++) {
            assertEquals(alone.get(0, h), all.get(row, h));
          }
        }
      }
      assertArrayEquals(
          new float[16], difference(Activations.pixels(images, which), images, which[3]));
    }
  }

  private static float[] difference(Matrix pixels, ImageSet images, int image) {
    float[] difference = new float[16];
    for (int p = 0; p < 16; p++) {
      difference[p] = pixels.get(3, p) - images.pixel(image, p / 4, p % 4) / 255f;
    }
    return difference;
  }

  private static Matrix ramp(int rows, int columns) {
    Matrix ramp = new Matrix(rows, columns);
    for (int i = 0; i < ramp.size(); i++) {
      ramp.values()[i] = (float) Math.sin(i);
    }
    return ramp;
  }
}
