package glassbox.nn;

import java.util.List;

/**
 * A layer as a recipe names it, such as {@code dense 128}: what it is, without its inputs, its
 * numbers or its buffers.
 */
public sealed interface LayerSpec {
  /** Makes the layer of a network's stack at this index, with so many inputs. */
  Layer build(int index, int inputs, LayerContext context);

  /** As a recipe writes it; {@link #parse} reads it. */
  String text();

  /** H where D is given. */
  default int outputs(int inputs) {
    return inputs;
  }

  /** How many numbers such a layer learns. */
  default long parameters(int inputs) {
    return 0;
  }

  /** A fully connected layer with units in [1, 65536]. */
  record DenseSpec(int units) implements LayerSpec {
    public DenseSpec {
      if (units < 1 || units > 65536) {
        throw new IllegalArgumentException("dense units must be in [1, 65536], got " + units);
      }
    }

    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new Dense(index, inputs, units, context);
    }

    @Override
    public int outputs(int inputs) {
      return units;
    }

    @Override
    public long parameters(int inputs) {
      return ((long) inputs + 1) * units;
    }

    @Override
    public String text() {
      return "dense " + units;
    }
  }

  /** The rectified linear unit. */
  record ReluSpec() implements LayerSpec {
    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new ReLU(index, inputs, context);
    }

    @Override
    public String text() {
      return "relu";
    }
  }

  /** A leaky ReLU with a slope in [0, 1] below 0. */
  record LeakyReluSpec(double slope) implements LayerSpec {
    public LeakyReluSpec {
      if (!(slope >= 0 && slope <= 1)) {
        throw new IllegalArgumentException("leaky-relu slope must be in [0, 1], got " + slope);
      }
    }

    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new LeakyReLU(index, inputs, slope, context);
    }

    @Override
    public String text() {
      return "leaky-relu " + Numbers.text(slope);
    }
  }

  /** The hyperbolic tangent. */
  record TanhSpec() implements LayerSpec {
    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new Tanh(index, inputs, context);
    }

    @Override
    public String text() {
      return "tanh";
    }
  }

  /** The logistic function. */
  record SigmoidSpec() implements LayerSpec {
    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new Sigmoid(index, inputs, context);
    }

    @Override
    public String text() {
      return "sigmoid";
    }
  }

  /** The Gaussian error linear unit, exact. */
  record GeluSpec() implements LayerSpec {
    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new GELU(index, inputs, context);
    }

    @Override
    public String text() {
      return "gelu";
    }
  }

  /** Batch normalisation, with a scale and a shift for each unit. */
  record BatchNormSpec() implements LayerSpec {
    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new BatchNorm(index, inputs, context);
    }

    @Override
    public long parameters(int inputs) {
      return 2L * inputs;
    }

    @Override
    public String text() {
      return "batchnorm";
    }
  }

  /** Dropout with a rate in [0, 1). */
  record DropoutSpec(double rate) implements LayerSpec {
    public DropoutSpec {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("dropout rate must be in [0, 1), got " + rate);
      }
    }

    @Override
    public Layer build(int index, int inputs, LayerContext context) {
      return new Dropout(index, inputs, rate, context);
    }

    @Override
    public String text() {
      return "dropout " + Numbers.text(rate);
    }
  }

  /** Every form that {@link #parse} takes, for error messages and help. */
  List<String> FORMS =
      List.of(
          "dense UNITS",
          "relu",
          "leaky-relu SLOPE",
          "tanh",
          "sigmoid",
          "gelu",
          "batchnorm",
          "dropout RATE");

  /**
   * Reads one layer.
   *
   * @throws IllegalArgumentException naming the rule and what it got
   */
  static LayerSpec parse(String text) {
    String[] words = text.strip().split("\\s+");
    String form = words[0] + " N".repeat(Math.min(2, words.length - 1));
    return switch (form) {
      case "dense N" -> new DenseSpec(units(words[1]));
      case "relu" -> new ReluSpec();
      case "leaky-relu N" -> new LeakyReluSpec(Numbers.parse(words[1], "leaky-relu slope"));
      case "tanh" -> new TanhSpec();
      case "sigmoid" -> new SigmoidSpec();
      case "gelu" -> new GeluSpec();
      case "batchnorm" -> new BatchNormSpec();
      case "dropout N" -> new DropoutSpec(Numbers.parse(words[1], "dropout rate"));
      default ->
          throw new IllegalArgumentException(
              "network layer must be one of %s, got \"%s\""
                  .formatted(String.join(", ", FORMS), text));
    };
  }

  private static int units(String word) {
    double value = Numbers.parse(word, "dense units");
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "dense units must be a whole number in [1, 65536], got " + word);
    }
    return (int) value;
  }
}
