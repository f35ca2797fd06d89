package glassbox.training;

import glassbox.data.Batches;
import glassbox.data.ImageDataset;
import glassbox.data.Split;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.optim.LearningRateSchedule.Moment;
import glassbox.optim.Optimizer;
import java.util.List;

/**
 * A run in progress, one step at a time, on the caller's thread. It announces nothing: whoever
 * calls {@link #step()} looks at the {@link #history()} afterwards, from any thread.
 */
public final class Trainer {
  private final Recipe recipe;
  private final ImageDataset dataset;
  private final Split split;
  private final Batches batches;
  private final Network network;
  private final List<Parameter> parameters;
  private final SoftmaxCrossEntropy loss;
  private final Optimizer optimizer;
  private final Evaluator evaluator;
  private final Pass pass;
  private final Matrix x; // [N x D]
  private final int[] labels;
  private final History history = new History();
  private EpochSums sums = new EpochSums();
  private long step;
  private long trainingNanos;

  /** What an epoch adds up until it ends. */
  private static final class EpochSums {
    double loss;
    double correct;
    long images;
    long nanos;
  }

  /**
   * Prepares a run: splits the data, builds the network and draws its weights.
   *
   * @throws IllegalArgumentException where the recipe does not fit the data
   */
  public Trainer(Recipe recipe, ImageDataset dataset, Compute compute) {
    recipe.requireFits(dataset);
    this.recipe = recipe;
    this.dataset = dataset;
    split = Split.holdOut(dataset.train(), recipe.validation());
    batches = new Batches(split.learned(), recipe.batchSize(), recipe.shuffle(), recipe.seed());
    network = new Network(recipe.network(), dataset.pixelsPerImage(), batches.largest(), compute);
    recipe.initializer().initialize(network, recipe.seed());
    parameters = network.parameters();
    loss = new SoftmaxCrossEntropy(batches.largest(), network.outputs(), recipe.labelSmoothing());
    optimizer = recipe.optimizer().create();
    evaluator = new Evaluator(network, compute);
    pass = Pass.training(recipe.seed());
    x = new Matrix(batches.largest(), dataset.pixelsPerImage());
    labels = new int[batches.largest()];
  }

  /**
   * Trains on the next mini-batch: forward, backward, update; at the end of an epoch also measures
   * the images held out.
   *
   * @throws DivergedException where the loss is not finite; the weights are then as before the step
   * @throws IllegalStateException where the run is finished
   */
  public void step() {
    if (isFinished()) {
      throw new IllegalStateException("the run is finished after " + step + " steps");
    }
    long start = System.nanoTime();
    int n = batches.fill(step / stepsPerEpoch(), (int) (step % stepsPerEpoch()), x, labels);
    double rate = learningRate(step);
    double batchLoss = loss.forward(network.forward(x, pass.at(step)), labels);
    if (!Double.isFinite(batchLoss)) {
      throw new DivergedException(step + 1, batchLoss, rate);
    }
    network.backward(loss.backward(labels));
    optimizer.step(parameters, rate);
    history.add(batchLoss, (double) loss.correct() / n, rate);
    addToEpoch(n, batchLoss, System.nanoTime() - start);
    step++;
    if (step % stepsPerEpoch() == 0) {
      endEpoch();
    }
  }

  private void addToEpoch(int n, double batchLoss, long nanos) {
    sums.loss += batchLoss * n;
    sums.correct += loss.correct();
    sums.images += n;
    sums.nanos += nanos;
    trainingNanos += nanos;
  }

  private void endEpoch() {
    Evaluation held =
        recipe.validation() == 0 ? new Evaluation(0, Double.NaN, Double.NaN) : validate();
    history.add(
        new EpochResult(
            (int) (step / stepsPerEpoch()),
            sums.loss / sums.images,
            sums.correct / sums.images,
            held.loss(),
            held.accuracy(),
            sums.nanos / 1e9));
    sums = new EpochSums();
  }

  /**
   * Measures the images held out with the present weights and adds the point to the history. Does
   * not change the run.
   */
  public Evaluation validate() {
    evaluator.network().copyFrom(network);
    Evaluation held = evaluator.evaluate(split.heldOut());
    history.add(new History.ValidationPoint((int) step, held.loss(), held.accuracy()));
    return held;
  }

  /** Loss and accuracy on the test set, with the present weights. */
  public Evaluation test() {
    return Evaluation.of(testProbabilities(), dataset.test());
  }

  /** The probabilities [N x C] of the test set, with the present weights. */
  public Matrix testProbabilities() {
    evaluator.network().copyFrom(network);
    return evaluator.probabilities(dataset.test());
  }

  /** The learning rate of a step, counted from 0. */
  public double learningRate(long atStep) {
    return recipe
        .schedule()
        .at(recipe.optimizer().learningRate(), new Moment(atStep, stepsPerEpoch(), totalSteps()));
  }

  public boolean isFinished() {
    return step >= totalSteps();
  }

  /** Steps done. */
  public long steps() {
    return step;
  }

  public int stepsPerEpoch() {
    return batches.perEpoch();
  }

  public long totalSteps() {
    return (long) stepsPerEpoch() * recipe.epochs();
  }

  /** Seconds spent in training steps alone. */
  public double seconds() {
    return trainingNanos / 1e9;
  }

  /** Images learned so far, counting each epoch's anew. */
  public long imagesLearned() {
    long epochs = step / stepsPerEpoch();
    return epochs * split.learned().count()
        + Math.min(split.learned().count(), (step % stepsPerEpoch()) * (long) recipe.batchSize());
  }

  /** The live network; for the thread that steps only. Others ask for a copy. */
  public Network network() {
    return network;
  }

  public Recipe recipe() {
    return recipe;
  }

  public ImageDataset dataset() {
    return dataset;
  }

  public History history() {
    return history;
  }
}
