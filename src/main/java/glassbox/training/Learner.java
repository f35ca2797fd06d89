package glassbox.training;

import glassbox.data.ImageDataset;
import glassbox.linalg.Compute;
import glassbox.nn.Dense;
import glassbox.nn.Layer;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.optim.GradientClipping;
import glassbox.optim.MaxNorm;
import glassbox.optim.Optimizer;
import java.util.List;
import java.util.function.Consumer;

/** What a recipe builds to learn one batch after the other: network, loss and optimizer. */
final class Learner {
  private final Recipe recipe;
  private final Network network;
  private final List<Parameter> parameters;
  private final SoftmaxCrossEntropy loss;
  private final Optimizer optimizer;
  private final Pass pass;

  private Learner(Recipe recipe, Network network, int largestBatch, Compute compute) {
    this.recipe = recipe;
    this.network = network;
    parameters = network.parameters();
    loss =
        new SoftmaxCrossEntropy(largestBatch, network.outputs(), recipe.labelSmoothing(), compute);
    optimizer = recipe.optimizer().create(parameters, compute);
    if (recipe.clipNorm() == null) {
      updateEarly();
    }
    pass = Pass.training(recipe.seed());
  }

  /** Updates weights as their gradient comes, where that pays; not if it is first to be clipped. */
  private void updateEarly() {
    for (Layer layer : network.layers()) {
      if (layer instanceof Dense dense
          && (dense == network.layers().getFirst()
              || Compute.paysToMultiplyBack(dense.weight().value()))) {
        dense.sendWeightGradientTo(optimizer.early(dense.weight()));
      }
    }
  }

  /** One that has learned nothing yet, with drawn weights. */
  static Learner fresh(Recipe recipe, ImageDataset data, int largestBatch, Compute compute) {
    Network network = new Network(recipe.network(), data.pixelsPerImage(), largestBatch, compute);
    recipe.initializer().initialize(network, recipe.seed());
    return new Learner(recipe, network, largestBatch, compute);
  }

  /** One that knows what this one knows and goes on by another recipe. */
  Learner goingOnBy(Recipe other, int largestBatch, Compute compute) {
    Network same = new Network(other.network(), network.inputs(), largestBatch, compute);
    same.copyFrom(network);
    Learner next = new Learner(other, same, largestBatch, compute);
    if (optimizer.getClass() == next.optimizer.getClass()) {
      next.remember(optimizer.memory());
      next.optimizer.setUpdates(optimizer.updates());
    }
    return next;
  }

  /**
   * Takes over memories as far as there are such: momentum may just have been switched on or off.
   */
  private void remember(List<float[]> memories) {
    List<float[]> mine = optimizer.memory();
    for (int i = 0; i < Math.min(mine.size(), memories.size()); i++) {
      System.arraycopy(memories.get(i), 0, mine.get(i), 0, mine.get(i).length);
    }
  }

  /** The mean loss of a batch, in a training pass. */
  double forward(BatchQueue.Batch batch, long step) {
    return loss.forward(network.forward(batch.x, pass.at(step)), batch.labels);
  }

  /** Learns from the last forward pass. */
  void learn(int[] labels, double learningRate) {
    optimizer.begin(learningRate);
    network.backward(loss.backward(labels));
    if (recipe.clipNorm() != null) {
      GradientClipping.apply(parameters, recipe.clipNorm());
    }
    optimizer.finish();
    if (recipe.maxNorm() != null) {
      MaxNorm.apply(parameters, recipe.maxNorm());
    }
  }

  /** How many images of the last forward pass were answered correctly. */
  int correct() {
    return loss.correct();
  }

  Network network() {
    return network;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  /** Every number that a step may change, always in the same order. */
  void forEachArray(Consumer<float[]> use) {
    forEachArray(network, use);
    optimizer.memory().forEach(use);
  }

  static void forEachArray(Network of, Consumer<float[]> use) {
    of.parameters().forEach(parameter -> use.accept(parameter.value().values()));
    of.statistics().forEach(statistic -> use.accept(statistic.values()));
  }
}
