package glassbox.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, step by step. One thread appends, any number of threads read without ever
 * making it wait: a value is written before the size that makes it visible.
 *
 * <p>Steps are counted from 0 here; people and files count from 1.
 */
public final class History {
  /** Room for so many steps is made at once: training then needs no memory on its way. */
  private static final int MOST_AT_ONCE = 1 << 18;

  private volatile double[] loss;
  private volatile double[] accuracy;
  private volatile double[] learningRate;
  private volatile int size;
  private volatile List<ValidationPoint> validations = List.of();
  private volatile List<EpochResult> epochs = List.of();
  private volatile @Nullable Divergence divergence;

  /** A measurement on the images held out, after so many steps. */
  public record ValidationPoint(int afterSteps, double loss, double accuracy) {}

  /**
   * Where a run could not go on.
   *
   * @param step the step that failed, counted from 1
   * @param loss of its batch: infinite, or not a number
   */
  public record Divergence(long step, double loss) {}

  public History() {
    this(1024);
  }

  /** A history that expects so many steps; more fit, too. */
  History(long steps) {
    int room = (int) Math.min(Math.max(steps, 16), MOST_AT_ONCE);
    loss = new double[room];
    accuracy = new double[room];
    learningRate = new double[room];
  }

  /** Appends a step; only the training thread calls this. */
  void add(double stepLoss, double stepAccuracy, double stepLearningRate) {
    int n = size;
    if (n == loss.length) {
      int larger = n + n / 2;
      loss = Arrays.copyOf(loss, larger);
      accuracy = Arrays.copyOf(accuracy, larger);
      learningRate = Arrays.copyOf(learningRate, larger);
    }
    loss[n] = stepLoss;
    accuracy[n] = stepAccuracy;
    learningRate[n] = stepLearningRate;
    size = n + 1;
  }

  void add(ValidationPoint point) {
    validations = append(validations, point);
  }

  void add(EpochResult epoch) {
    epochs = append(epochs, epoch);
  }

  private static <T> List<T> append(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }

  /** Begins with the first steps of another history, of which so many epochs are complete. */
  void begin(History past, long steps, long epochsDone) {
    size = 0;
    for (int i = 0; i < steps; i++) {
      add(past.loss(i), past.accuracy(i), past.learningRate(i));
    }
    validations = past.validations.stream().filter(point -> point.afterSteps() <= steps).toList();
    epochs = past.epochs.stream().filter(epoch -> epoch.epoch() <= epochsDone).toList();
    divergence = null;
  }

  /** The best accuracy on the images held out, in epochs and at their ends; NaN without any. */
  public double bestValidationAccuracy() {
    return validations.stream()
        .mapToDouble(ValidationPoint::accuracy)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  /** A history of what was measured elsewhere, such as in a file. */
  public static History of(
      double[][] steps, List<ValidationPoint> validations, List<EpochResult> epochs) {
    History history = new History(steps[0].length);
    for (int i = 0; i < steps[0].length; i++) {
      history.add(steps[0][i], steps[1][i], steps[2][i]);
    }
    history.validations = List.copyOf(validations);
    history.epochs = List.copyOf(epochs);
    return history;
  }

  /** Forgets everything. */
  void clear() {
    size = 0;
    validations = List.of();
    epochs = List.of();
  }

  void diverged(Divergence where) {
    divergence = where;
  }

  /** How many steps are there; they stay. */
  public int size() {
    return size;
  }

  /** The mean loss of a step's batch before its update. */
  public double loss(int step) {
    int index = Objects.checkIndex(step, size); // before the array that holds it
    return loss[index];
  }

  /** The share of a step's batch that was answered correctly before its update. */
  public double accuracy(int step) {
    int index = Objects.checkIndex(step, size); // before the array that holds it
    return accuracy[index];
  }

  public double learningRate(int step) {
    int index = Objects.checkIndex(step, size); // before the array that holds it
    return learningRate[index];
  }

  /** All measurements on the images held out, oldest first. */
  public List<ValidationPoint> validations() {
    return validations;
  }

  /** All finished epochs. */
  public List<EpochResult> epochs() {
    return epochs;
  }

  /** Where the run could not go on; null where it could. */
  public @Nullable Divergence divergence() {
    return divergence;
  }
}
