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

  /** Every form that {@link #parse} takes, for error messages and help. */
  List<String> FORMS = List.of("dense UNITS", "relu");

  /**
   * Reads one layer.
   *
   * @throws IllegalArgumentException naming the rule and what it got
   */
  static LayerSpec parse(String text) {
    String[] words = text.strip().split("\\s+");
    String form = words[0] + (words.length == 2 ? " N" : "") + (words.length > 2 ? " N N" : "");
    return switch (form) {
      case "dense N" -> new DenseSpec(units(words[1]));
      case "relu" -> new ReluSpec();
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
