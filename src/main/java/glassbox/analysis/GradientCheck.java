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
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Compares the gradients that backpropagation gives with differences of the loss: (L(w + ε) - L(w -
 * ε)) / 2ε, where L is computed a second time in double precision. In large parameters some numbers
 * are drawn and checked, among them those with the largest gradients.
 */
public final class GradientCheck {
  /** A relative error above this is a wrong gradient; rounding alone stays near 1e-6. */
  public static final double TOLERANCE = 1e-3;

  private static final double EPSILON = 1e-5;
  private static final double ROUNDING = 2e-6;
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
    Matrix x = new Matrix(batches.largest(), data.pixelsPerImage());
    int[] labels = new int[batches.largest()];
    batches.fill(0, 0, x, labels);
    Network network =
        new Network(recipe.network(), data.pixelsPerImage(), batches.largest(), compute);
    recipe.initializer().initialize(network, recipe.seed());
    return run(network, x, labels, recipe);
  }

  private static List<Row> run(Network network, Matrix x, int[] labels, Recipe recipe) {
    SoftmaxCrossEntropy loss =
        new SoftmaxCrossEntropy(x.rows(), network.outputs(), recipe.labelSmoothing());
    loss.forward(network.forward(x, Pass.training(recipe.seed())), labels);
    network.backward(loss.backward(labels));
    DoubleForward exact = new DoubleForward(network, x, labels, recipe.labelSmoothing());
    double largest = 0;
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
    double[] numeric = new double[chosen.length];
    double largest = 0;
    for (int c = 0; c < chosen.length; c++) {
      numeric[c] = slope(exact, exact.valuesOf(parameter), chosen[c]);
      largest = Math.max(largest, Math.abs(numeric[c]));
    }
    List<Error> errors = new ArrayList<>();
    for (int c = 0; c < chosen.length; c++) {
      errors.add(
          new Error(chosen[c], relative(analytic[chosen[c]], numeric[c], largest, largestOfAll)));
    }
    errors.sort(java.util.Comparator.comparingDouble(Error::relative));
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

  private static double slope(DoubleForward exact, double[] values, int at) {
    double before = values[at];
    values[at] = before + EPSILON;
    double above = exact.loss();
    values[at] = before - EPSILON;
    double below = exact.loss();
    values[at] = before;
    return (above - below) / (2 * EPSILON);
  }

  /**
   * The difference by the size of the gradient, which counts as at least a hundredth of the
   * parameter's largest. What is below single precision's rounding in the network's largest
   * gradient is no difference: a bias before batch normalisation has a true gradient of 0 and
   * consists of nothing else.
   */
  private static double relative(
      double analytic, double numeric, double largest, double largestOfAll) {
    double size = Math.max(Math.max(Math.abs(analytic), Math.abs(numeric)), largest / 100);
    double difference = Math.abs(analytic - numeric) - ROUNDING * largestOfAll;
    return difference <= 0 ? 0 : difference / size;
  }

  /** The numbers with the largest gradients, and others at random. */
  private static int[] chosen(float[] gradients, RandomGenerator random) {
    if (gradients.length <= CHECKED_OF_EACH) {
      return java.util.stream.IntStream.range(0, gradients.length).toArray();
    }
    Integer[] bySize = new Integer[gradients.length];
    Arrays.setAll(bySize, i -> i);
    Arrays.sort(
        bySize, java.util.Comparator.comparingDouble((Integer i) -> -Math.abs(gradients[i])));
    int[] chosen = new int[CHECKED_OF_EACH];
    for (int c = 0; c < chosen.length; c++) {
      chosen[c] = c < chosen.length / 2 ? bySize[c] : random.nextInt(gradients.length);
    }
    return Arrays.stream(chosen).distinct().toArray();
  }
}
