package glassbox.training;

import glassbox.data.ImageDataset;
import glassbox.data.Split;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.optim.WeightAverage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in progress, one step at a time, on the caller's thread. It announces nothing: whoever
 * calls {@link #step()} looks at the {@link #history()} afterwards, from any thread.
 */
public final class Trainer {
  private final ImageDataset dataset;
  private final Compute compute;
  private final Split split;
  private final TrainingImages images;
  private final @Nullable WeightAverage average;
  private final @Nullable EarlyStopper stopper;
  private final Evaluator evaluator;
  private final History history;
  private volatile RunPlan plan;
  private Course course;
  private Recipe recipe;
  private Learner learner;
  private BatchQueue queue;
  private long nextChange;
  private EpochSums sums = new EpochSums();
  private boolean rehearsing;
  private long step;
  private long trainingNanos;

  /** What an epoch adds up until it ends. */
  private static final class EpochSums {
    double loss;
    double correct;
    long images;
    long nanos;
  }

  /** Prepares a run that keeps its recipe. */
  public Trainer(Recipe recipe, ImageDataset dataset, Compute compute) {
    this(new RunPlan(recipe), dataset, compute);
  }

  /**
   * Prepares a run: splits the data, builds the network and draws its weights.
   *
   * @throws IllegalArgumentException where the plan does not fit the data
   */
  public Trainer(RunPlan plan, ImageDataset dataset, Compute compute) {
    plan.requireFits(dataset);
    this.plan = plan;
    this.dataset = dataset;
    this.compute = compute;
    recipe = plan.start();
    split = Split.holdOut(dataset.train(), recipe.validation());
    images = new TrainingImages(split.learned());
    course = plan.course(dataset);
    nextChange = plan.nextChange(0);
    learner = Learner.fresh(recipe, dataset, largestBatch(recipe), compute);
    queue = queue();
    Network network = learner.network();
    average =
        recipe.averaging() == null
            ? null
            : new WeightAverage(network.copy(1, compute), recipe.averaging());
    stopper =
        recipe.earlyStopping() == null
            ? null
            : new EarlyStopper(recipe.earlyStopping(), network.copy(1, compute));
    evaluator = new Evaluator(network, compute);
    history = new History(totalSteps());
  }

  private int largestBatch(Recipe of) {
    return Math.min(of.batchSize(), split.learned().count());
  }

  private BatchQueue queue() {
    return new BatchQueue(images.batches(recipe), course, compute);
  }

  /**
   * Takes another recipe from the next step on. What else was planned for later is given up.
   *
   * @throws IllegalArgumentException where the recipe cannot follow; nothing is changed then
   */
  public void change(Recipe next) {
    RunPlan changed = plan.changedAt(step, next);
    changed.requireFits(dataset);
    follow(changed);
  }

  /** Takes a plan whose past is that of this run. */
  void follow(RunPlan changed) {
    plan = changed;
    course = changed.course(dataset);
    nextChange = changed.nextChange(step);
    queue.close();
    queue = queue();
  }

  /** Goes on by the recipe that the plan has for the next step. */
  private void take(Recipe next) {
    queue.close();
    if (!next.equals(recipe)) {
      learner = learner.goingOnBy(next, largestBatch(next), compute);
      recipe = next;
    }
    queue = queue();
    nextChange = plan.nextChange(step + 1);
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
    if (step == nextChange) {
      take(plan.at(step));
    }
    BatchQueue.Batch batch = queue.at(step);
    double rate = learningRate(step);
    double batchLoss = learner.forward(batch, step);
    if (!Double.isFinite(batchLoss)) {
      throw diverged(step + 1, batchLoss, rate);
    }
    learner.learn(batch.labels, rate);
    if (average != null) {
      average.update(learner.network());
    }
    history.add(batchLoss, (double) learner.correct() / batch.size(), rate);
    addToEpoch(batch.size(), batchLoss, System.nanoTime() - start);
    step++;
    if (course.isEpochEnd(step)) {
      endEpoch();
    }
  }

  private DivergedException diverged(long atStep, double loss, double rate) {
    history.diverged(new History.Divergence(atStep, loss));
    return new DivergedException(atStep, loss, rate);
  }

  private void addToEpoch(int n, double batchLoss, long nanos) {
    sums.loss += batchLoss * n;
    sums.correct += learner.correct();
    sums.images += n;
    sums.nanos += nanos;
    trainingNanos += nanos;
  }

  private void endEpoch() {
    boolean measured = recipe.validation() > 0 && !(rehearsing && stopper == null);
    Evaluation held = measured ? validate() : new Evaluation(0, Double.NaN, Double.NaN);
    if (measured && !Double.isFinite(held.loss())) {
      throw diverged(step, held.loss(), learningRate(step - 1));
    }
    history.add(
        new EpochResult(
            (int) course.epochOf(step),
            sums.loss / sums.images,
            sums.correct / sums.images,
            held.loss(),
            held.accuracy(),
            sums.nanos / 1e9));
    sums = new EpochSums();
    if (stopper != null) {
      stopper.epochEnded(held.loss(), answering());
      boolean last = step == course.totalSteps(step - 1); // as planned until now, not later
      if (stopper.isOver() || last) {
        stopper.restoreBest(answering());
      }
    }
  }

  /**
   * The network as it answers: with its averaged weights where the recipe averages, otherwise the
   * live one. For the thread that steps only.
   */
  public Network answering() {
    return average != null && average.isBegun() ? average.network() : learner.network();
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
  public Keyframe keyframe() {
    return new Keyframe(
        step,
        liveArrays().stream().map(float[]::clone).toList(),
        learner.optimizer().updates(),
        average != null && average.isBegun(),
        stopper == null ? Double.POSITIVE_INFINITY : stopper.bestLoss(),
        stopper == null ? 0 : stopper.epochsWithoutBetter(),
        new double[] {sums.loss, sums.correct, sums.images, sums.nanos},
        trainingNanos);
  }

  /**
   * Goes on where a run of the same plan on the same data was, with what it had measured; only
   * before the first step.
   *
   * @throws IllegalArgumentException where the state is of another run
   */
  public void resume(RunState state) {
    long at = state.keyframe().step();
    if (step != 0 || state.history().size() < at || at > totalSteps()) {
      throw ofAnotherRun();
    }
    enter(state.keyframe());
    history.begin(state.history(), at, course.epochOf(at));
  }

  /**
   * Goes to a step of this run that was kept, to make again what followed. The history begins anew,
   * and images held out are only measured where the run depends on it.
   *
   * @throws IllegalArgumentException where the keyframe is of another run
   */
  void rehearseFrom(Keyframe keyframe) {
    rehearsing = true;
    enter(keyframe);
    history.clear();
  }

  private static IllegalArgumentException ofAnotherRun() {
    return new IllegalArgumentException("the checkpoint is of another run");
  }

  private void enter(Keyframe keyframe) {
    step = keyframe.step();
    take(step == 0 ? plan.start() : plan.at(step - 1)); // a change at this step comes with it
    nextChange = plan.nextChange(step);
    List<float[]> live = liveArrays();
    boolean fits = live.size() == keyframe.arrays().size();
    for (int i = 0; fits && i < live.size(); i++) {
      fits = live.get(i).length == keyframe.arrays().get(i).length;
    }
    if (!fits) {
      throw ofAnotherRun();
    }
    for (int i = 0; i < live.size(); i++) {
      System.arraycopy(keyframe.arrays().get(i), 0, live.get(i), 0, live.get(i).length);
    }
    learner.optimizer().setUpdates(keyframe.optimizerUpdates());
    if (average != null) {
      average.setBegun(keyframe.averageBegun());
    }
    if (stopper != null) {
      stopper.resume(keyframe.bestLoss(), keyframe.epochsWithoutBetter());
    }
    sums = new EpochSums();
    sums.loss = keyframe.epochSums()[0];
    sums.correct = keyframe.epochSums()[1];
    sums.images = (long) keyframe.epochSums()[2];
    sums.nanos = (long) keyframe.epochSums()[3];
    trainingNanos = keyframe.trainingNanos();
  }

  /** Every number that a step may change, always in the same order. */
  private List<float[]> liveArrays() {
    List<float[]> arrays = new ArrayList<>();
    learner.forEachArray(arrays::add);
    if (average != null) {
      Learner.forEachArray(average.network(), arrays::add);
    }
    if (stopper != null) {
      Learner.forEachArray(stopper.best(), arrays::add);
    }
    return arrays;
  }

  /** The learning rate of a step, counted from 0. */
  public double learningRate(long atStep) {
    Recipe then = atStep == step && step != nextChange ? recipe : plan.at(atStep);
    return then.schedule()
        .at(
            then.optimizer().learningRate(),
            atStep,
            course.epochOf(atStep),
            course.totalSteps(atStep));
  }

  public boolean isFinished() {
    return step >= totalSteps() || stopper != null && stopper.isOver();
  }

  /** Steps done. */
  public long steps() {
    return step;
  }

  /** Steps of an epoch, with batches as they are in the end. */
  public int stepsPerEpoch() {
    return course.stepsPerEpoch();
  }

  public long totalSteps() {
    return course.totalSteps();
  }

  /** Seconds spent in training steps alone. */
  public double seconds() {
    return trainingNanos / 1e9;
  }

  /** Images learned so far, counting each epoch's anew. */
  public long imagesLearned() {
    return course.imagesLearned(step);
  }

  /** The live network; for the thread that steps only. Others ask for a copy. */
  public Network network() {
    return learner.network();
  }

  /** The recipe of the next step. */
  public Recipe recipe() {
    return plan.at(step);
  }

  /** The whole run as a value; from any thread. */
  public RunPlan plan() {
    return plan;
  }

  /** Which images each step learns. */
  public Course course() {
    return course;
  }

  public ImageDataset dataset() {
    return dataset;
  }

  public History history() {
    return history;
  }
}
