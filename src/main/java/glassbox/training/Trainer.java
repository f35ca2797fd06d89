package glassbox.training;

import glassbox.data.Batches;
import glassbox.data.ImageDataset;
import glassbox.data.Split;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Dense;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.optim.GradientClipping;
import glassbox.optim.LearningRateSchedule.Length;
import glassbox.optim.MaxNorm;
import glassbox.optim.Optimizer;
import glassbox.optim.WeightAverage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable WeightAverage average;
  private final @Nullable EarlyStopper stopper;
  private final Evaluator evaluator;
  private final Pass pass;
  private final BatchQueue queue;
  private final Length length;
  private final History history;
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
    optimizer = recipe.optimizer().create(parameters, compute);
    if (recipe.clipNorm() == null && network.layers().getFirst() instanceof Dense first) {
      first.sendWeightGradientTo(optimizer.early(first.weight()));
    }
    average =
        recipe.averaging() == null
            ? null
            : new WeightAverage(network.copy(1, compute), recipe.averaging());
    stopper =
        recipe.earlyStopping() == null
            ? null
            : new EarlyStopper(recipe.earlyStopping(), network.copy(1, compute));
    evaluator = new Evaluator(network, compute);
    pass = Pass.training(recipe.seed());
    length = new Length(stepsPerEpoch(), totalSteps());
    history = new History(totalSteps());
    queue = new BatchQueue(batches, totalSteps(), compute);
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
    BatchQueue.Batch batch = queue.at(step);
    double rate = learningRate(step);
    double batchLoss = loss.forward(network.forward(batch.x, pass.at(step)), batch.labels);
    if (!Double.isFinite(batchLoss)) {
      throw new DivergedException(step + 1, batchLoss, rate);
    }
    optimizer.begin(rate);
    network.backward(loss.backward(batch.labels));
    update();
    history.add(batchLoss, (double) loss.correct() / batch.size(), rate);
    addToEpoch(batch.size(), batchLoss, System.nanoTime() - start);
    step++;
    if (step % stepsPerEpoch() == 0) {
      endEpoch();
    }
  }

  private void update() {
    if (recipe.clipNorm() != null) {
      GradientClipping.apply(parameters, recipe.clipNorm());
    }
    optimizer.finish();
    if (recipe.maxNorm() != null) {
      MaxNorm.apply(parameters, recipe.maxNorm());
    }
    if (average != null) {
      average.update(network);
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
    if (recipe.validation() > 0 && !Double.isFinite(held.loss())) {
      throw new DivergedException(step, held.loss(), learningRate(step - 1));
    }
    history.add(
        new EpochResult(
            (int) (step / stepsPerEpoch()),
            sums.loss / sums.images,
            sums.correct / sums.images,
            held.loss(),
            held.accuracy(),
            sums.nanos / 1e9));
    sums = new EpochSums();
    if (stopper != null) {
      stopper.epochEnded(held.loss(), answering());
      if (stopper.isOver() || step == totalSteps()) {
        stopper.restoreBest(answering());
      }
    }
  }

  /**
   * The network as it answers: with its averaged weights where the recipe averages, otherwise the
   * live one. For the thread that steps only.
   */
  public Network answering() {
    return average != null && average.isBegun() ? average.network() : network;
  }

  /**
   * Measures the images held out with the present weights and adds the point to the history. Does
   * not change the run.
   */
  public Evaluation validate() {
    evaluator.network().copyFrom(answering());
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
    evaluator.network().copyFrom(answering());
    return evaluator.probabilities(dataset.test());
  }

  /** All that the run has become, as copies. */
  public RunState save() {
    return new RunState(
        step,
        liveArrays().stream().map(float[]::clone).toList(),
        optimizer.updates(),
        average != null && average.isBegun(),
        stopper == null ? Double.POSITIVE_INFINITY : stopper.bestLoss(),
        stopper == null ? 0 : stopper.epochsWithoutBetter(),
        new double[] {sums.loss, sums.correct, sums.images, sums.nanos},
        trainingNanos,
        history.rows(),
        history.validations(),
        history.epochs());
  }

  /**
   * Goes on where a run of the same recipe on the same data was saved; only before the first step.
   *
   * @throws IllegalArgumentException where the state is of another run
   */
  public void resume(RunState state) {
    List<float[]> live = liveArrays();
    boolean fits = live.size() == state.arrays().size() && state.step() <= totalSteps();
    for (int i = 0; fits && i < live.size(); i++) {
      fits = live.get(i).length == state.arrays().get(i).length;
    }
    if (!fits || step != 0 || state.steps().size() != state.step()) {
      throw new IllegalArgumentException("the checkpoint is of another run");
    }
    for (int i = 0; i < live.size(); i++) {
      System.arraycopy(state.arrays().get(i), 0, live.get(i), 0, live.get(i).length);
    }
    step = state.step();
    optimizer.setUpdates(state.optimizerUpdates());
    if (average != null) {
      average.setBegun(state.averageBegun());
    }
    if (stopper != null) {
      stopper.resume(state.bestLoss(), state.epochsWithoutBetter());
    }
    sums.loss = state.epochSums()[0];
    sums.correct = state.epochSums()[1];
    sums.images = (long) state.epochSums()[2];
    sums.nanos = (long) state.epochSums()[3];
    trainingNanos = state.trainingNanos();
    history.resume(state);
  }

  /** Every number that a step may change, always in the same order. */
  private List<float[]> liveArrays() {
    List<float[]> arrays = new ArrayList<>();
    addArrays(arrays, network);
    arrays.addAll(optimizer.memory());
    if (average != null) {
      addArrays(arrays, average.network());
    }
    if (stopper != null) {
      addArrays(arrays, stopper.best());
    }
    return arrays;
  }

  private static void addArrays(List<float[]> arrays, Network of) {
    of.parameters().forEach(parameter -> arrays.add(parameter.value().values()));
    of.statistics().forEach(statistic -> arrays.add(statistic.values()));
  }

  /** The learning rate of a step, counted from 0. */
  public double learningRate(long atStep) {
    return recipe.schedule().at(recipe.optimizer().learningRate(), atStep, length);
  }

  public boolean isFinished() {
    return step >= totalSteps() || stopper != null && stopper.isOver();
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
