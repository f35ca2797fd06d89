package glassbox.nn;

import glassbox.linalg.RandomStream;
import java.util.random.RandomGenerator;

/** How the weights of the dense layers start; biases start at 0. */
public sealed interface Initializer {
  /** Draws one weight of a layer with D inputs and H units. */
  float draw(RandomGenerator random, int inputs, int units);

  /** Draws one weight of the last dense layer, the one that gives the logits. */
  default float drawOutput(RandomGenerator random, int inputs, int units) {
    return draw(random, inputs, units);
  }

  /** As a recipe writes it, such as {@code he} or {@code normal 0.01}. */
  String text();

  /** Normal with variance 2/D, made for ReLU (He et al. 2015, section 2.2). */
  record He() implements Initializer {
    @Override
    public float draw(RandomGenerator random, int inputs, int units) {
      return (float) (random.nextGaussian() * Math.sqrt(2.0 / inputs));
    }

    @Override
    public String text() {
      return "he";
    }
  }

  /**
   * He's, but with variance 1/D in the last dense layer, behind which there is no ReLU that would
   * halve it: the first answers are less sure of themselves.
   */
  record HeSmallOutput() implements Initializer {
    @Override
    public float draw(RandomGenerator random, int inputs, int units) {
      return new He().draw(random, inputs, units);
    }

    @Override
    public float drawOutput(RandomGenerator random, int inputs, int units) {
      return (float) (random.nextGaussian() * Math.sqrt(1.0 / inputs));
    }

    @Override
    public String text() {
      return "he-small-output";
    }
  }

  /** Uniform in ±sqrt(6/(D+H)) (Glorot and Bengio 2010, formula 16). */
  record Glorot() implements Initializer {
    @Override
    public float draw(RandomGenerator random, int inputs, int units) {
      return (float) ((2 * random.nextDouble() - 1) * Math.sqrt(6.0 / (inputs + units)));
    }

    @Override
    public String text() {
      return "glorot";
    }
  }

  /** Normal with a standard deviation of one's own, in (0, 100]. */
  record Normal(double deviation) implements Initializer {
    public Normal {
      if (!(deviation > 0 && deviation <= 100)) {
        throw new IllegalArgumentException(
            "initializer's normal deviation must be in (0, 100], got " + deviation);
      }
    }

    @Override
    public float draw(RandomGenerator random, int inputs, int units) {
      return (float) (random.nextGaussian() * deviation);
    }

    @Override
    public String text() {
      return "normal " + Numbers.text(deviation);
    }
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException naming what is allowed
   */
  static Initializer parse(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length == 1 && words[0].equals("he")) {
      return new He();
    }
    if (words.length == 1 && words[0].equals("he-small-output")) {
      return new HeSmallOutput();
    }
    if (words.length == 1 && words[0].equals("glorot")) {
      return new Glorot();
    }
    if (words.length == 2 && words[0].equals("normal")) {
      return new Normal(Numbers.parse(words[1], "initializer's normal deviation"));
    }
    throw new IllegalArgumentException(
        "initializer must be he, he-small-output, glorot or \"normal DEVIATION\", got \""
            + text
            + "\"");
  }

  /** Sets all weights of a network, each layer from a stream of its own. */
  default void initialize(Network network, long seed) {
    int index = 0;
    Layer last = network.layers().getLast();
    for (Layer layer : network.layers()) {
      if (layer instanceof Dense dense) {
        RandomGenerator random = RandomStream.of(seed, "weights", index);
        float[] w = dense.weight().value().values();
        for (int i = 0; i < w.length; i++) {
          w[i] =
              layer == last
                  ? drawOutput(random, dense.inputs(), dense.outputs())
                  : draw(random, dense.inputs(), dense.outputs());
        }
        dense.bias().value().fill(0f);
      }
      index++;
    }
  }
}
