package glassbox.analysis;

import glassbox.data.Batches;
import glassbox.data.ImageDataset;
import glassbox.data.Split;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.training.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Compares the gradients that backpropagation gives with differences of the loss: (L(w + ε) - L(w -
 * ε)) / 2ε, where L is computed a second time in double precision. In large parameters some numbers
 * are drawn and checked, among them those with the largest gradients. At a kink of the loss, such
 * as ReLU's at 0, every slope between those of the two sides is right.
 */
public final class GradientCheck {
  /** A relative error above this is a wrong gradient; rounding alone stays near 1e-6. */
  public static final double TOLERANCE = 1e-3;

  private static final double EPSILON = 1e-5;

  /**
   * Of the network's largest gradient: a smaller one is compared with this, see {@link #relative}.
   */
  private static final double SMALLEST_SIZE = 0.02;

  private static final int LARGEST_BATCH = 16;
  private static final int CHECKED_OF_EACH = 60;

  /**
   * The outcome for one parameter.
   *
   * @param worst largest relative error
   * @param median of the relative errors
   * @param where row and column of the worst, such as {@code [12, 3]}
   */
  public record Row(
      String parameter, String shape, int checked, double worst, double median, String where) {
    public boolean isRight() {
      return worst <= TOLERANCE;
    }
  }

  private record Error(int at, double relative) {}

  /** Of the loss, below and above a number of a parameter. */
  private record Slopes(double below, double above) {
    double mean() {
      return (below + above) / 2;
    }

    /**
     * How far a gradient is from right; slopes that differ by more than the tolerance of this size
     * are those of a kink. Where one kink follows another, as in a batch of black images and two
     * leaky ReLUs, backpropagation's slope may lie outside and seems wrong.
     */
    double difference(double gradient, double size) {
      boolean kink = Math.abs(above - below) > TOLERANCE * size;
      double right =
          kink ? Math.clamp(gradient, Math.min(below, above), Math.max(below, above)) : mean();
      return Math.abs(gradient - right);
    }
  }

  private GradientCheck() {}

  /**
   * Checks a recipe's network at its first step on its first batch (of at most 16 images).
   *
   * @throws IllegalArgumentException where the recipe does not fit the data
   */
  public static List<Row> run(Recipe recipe, ImageDataset data, Compute compute) {
    recipe.requireFits(data);
    Split split = Split.holdOut(data.train(), recipe.validation());
    int batch = Math.min(LARGEST_BATCH, recipe.batchSize());
    Batches batches = new Batches(split.learned(), batch, recipe.shuffle(), recipe.seed());
    Matrix x = batches.matrix();
    int[] labels = new int[batches.largest()];
    batches.fill(0, 0, 0, x, labels);
    Network network =
        new Network(recipe.network(), data.pixelsPerImage(), batches.largest(), compute);
    recipe.initializer().initialize(network, recipe.seed());
    backpropagate(network, x, labels, recipe);
    return compare(network, x, labels, recipe);
  }

  /** Sets the gradients of the first step's loss. */
  static void backpropagate(Network network, Matrix x, int[] labels, Recipe recipe) {
    SoftmaxCrossEntropy loss =
        new SoftmaxCrossEntropy(x.rows(), network.outputs(), recipe.labelSmoothing());
    loss.forward(network.forward(x, Pass.training(recipe.seed())), labels);
    network.backward(loss.backward(labels));
  }

  /** Compares the gradients that are in the network, whoever put them there. */
  static List<Row> compare(Network network, Matrix x, int[] labels, Recipe recipe) {
    DoubleForward exact = new DoubleForward(network, x, labels, recipe.labelSmoothing());
    double largest = 1.0 / x.rows(); // an image's share, which is rounded even where all cancel out
    for (Parameter parameter : network.parameters()) {
      for (float gradient : parameter.gradient().values()) {
        largest = Math.max(largest, Math.abs(gradient));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      rows.add(check(parameter, exact, recipe.seed(), largest));
    }
    return rows;
  }

  private static Row check(
      Parameter parameter, DoubleForward exact, long seed, double largestOfAll) {
    float[] analytic = parameter.gradient().values();
    int[] chosen = chosen(analytic, RandomStream.of(seed, "check", parameter.size()));
    Slopes[] numeric = new Slopes[chosen.length];
    double here = exact.loss();
    double largest = 0;
    for (int c = 0; c < chosen.length; c++) {
      numeric[c] = slopes(exact, here, exact.valuesOf(parameter), chosen[c]);
      largest = Math.max(largest, Math.abs(numeric[c].mean()));
    }
    List<Error> errors = new ArrayList<>();
    for (int c = 0; c < chosen.length; c++) {
      errors.add(
          new Error(chosen[c], relative(analytic[chosen[c]], numeric[c], largest, largestOfAll)));
    }
    errors.sort(Comparator.comparingDouble(Error::relative));
    Error worst = errors.getLast();
    int columns = parameter.value().columns();
    return new Row(
        parameter.name(),
        parameter.value().shape(),
        chosen.length,
        worst.relative(),
        errors.get(errors.size() / 2).relative(),
        "[%d, %d]".formatted(worst.at() / columns, worst.at() % columns));
  }

  private static Slopes slopes(DoubleForward exact, double here, double[] values, int at) {
    double before = values[at];
    values[at] = before + EPSILON;
    double above = exact.loss();
    values[at] = before - EPSILON;
    double below = exact.loss();
    values[at] = before;
    return new Slopes((here - below) / EPSILON, (above - here) / EPSILON);
  }

  /**
   * The difference by the size of the gradient, which counts as at least a hundredth of the
   * parameter's largest, and as a fiftieth of the network's largest or of an image's share of the
   * loss: these are rounded in single precision, and a bias before batch normalisation, whose true
   * gradient is 0, consists of nothing else.
   */
  private static double relative(
      double analytic, Slopes numeric, double largest, double largestOfAll) {
    double size = Math.max(Math.abs(analytic), Math.abs(numeric.mean()));
    size = Math.max(size, Math.max(largest / 100, SMALLEST_SIZE * largestOfAll));
    return numeric.difference(analytic, size) / size;
  }

  /** The numbers with the largest gradients, and others at random. */
  private static int[] chosen(float[] gradients, RandomGenerator random) {
    if (gradients.length <= CHECKED_OF_EACH) {
      return java.util.stream.IntStream.range(0, gradients.length).toArray();
    }
    Integer[] bySize = new Integer[gradients.length];
    Arrays.setAll(bySize, i -> i);
    Arrays.sort(bySize, Comparator.comparingDouble((Integer i) -> -Math.abs(gradients[i])));
    int[] chosen = new int[CHECKED_OF_EACH];
    for (int c = 0; c < chosen.length; c++) {
      chosen[c] = c < chosen.length / 2 ? bySize[c] : random.nextInt(gradients.length);
    }
    return Arrays.stream(chosen).distinct().toArray();
  }
}
