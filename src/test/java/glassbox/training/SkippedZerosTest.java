package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.optim.Optimizer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run that skips black pixels, and changes the weights of layers while their gradients come,
 * against the same run, written out, on full matrices.
 */
class SkippedZerosTest {
  @ParameterizedTest
  @CsvSource({"plain, 1", "simd, 1", "simd, 2", "simd, 3"})
  void aRunIsTheSameWithAndWithoutTheZeros(String kernel, int threads) {
    assertSameRun(kernel, threads, "dense 70", "relu", "dense 3");
  }

  @ParameterizedTest
  @CsvSource({"plain, 1", "simd, 1", "simd, 2", "simd, 3"})
  void weightsThatOutgrowTheCacheLearnTheSame(String kernel, int threads) {
    assertSameRun(kernel, threads, "dense 900", "relu", "dense 600", "relu", "dense 3");
  }

  private static void assertSameRun(String kernel, int threads, String... layers) {
    ImageDataset data = SyntheticData.strokes(3, 12, 200, 30);
    Recipe recipe =
        new RecipeBuilder().network(layers).batchSize(32).validation(0).shuffle(false).build();
    try (Compute compute = Compute.of(kernel, threads)) {
      Trainer trainer = new Trainer(recipe, data, compute);
      while (!trainer.isFinished()) {
        trainer.step();
      }
      Network full = new Network(recipe.network(), 144, 32, compute);
      double[] losses = trainOnFullMatrices(recipe, data.train(), full, compute, trainer);
      for (int step = 0; step < losses.length; step++) {
        assertEquals(trainer.history().loss(step), losses[step], "step " + step);
      }
      List<Parameter> wanted = trainer.network().parameters();
      for (int p = 0; p < wanted.size(); p++) {
        float[] got = full.parameters().get(p).value().values();
        assertArrayEquals(wanted.get(p).value().values(), got, wanted.get(p).name());
      }
    }
  }

  private static double[] trainOnFullMatrices(
      Recipe recipe, ImageSet images, Network network, Compute compute, Trainer like) {
    recipe.initializer().initialize(network, recipe.seed());
    Optimizer optimizer = recipe.optimizer().create(network.parameters(), compute);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(32, 3, 0);
    Matrix x = new Matrix(32, 144);
    int[] labels = new int[32];
    double[] losses = new double[(int) like.totalSteps()];
    for (int step = 0; step < losses.length; step++) {
      int first = step % like.stepsPerEpoch() * 32;
      int n = Math.min(32, images.count() - first);
      x.withRows(n);
      for (int i = 0; i < n; i++) {
        images.copyTo(first + i, x, i);
        labels[i] = images.label(first + i);
      }
      losses[step] = loss.forward(network.forward(x, Pass.EVALUATION), labels);
      network.backward(loss.backward(labels));
      optimizer.step(
          recipe
              .schedule()
              .at(
                  recipe.optimizer().learningRate(),
                  step,
                  step / like.stepsPerEpoch(),
                  like.totalSteps()));
    }
    return losses;
  }
}
