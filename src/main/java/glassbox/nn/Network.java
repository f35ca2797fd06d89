package glassbox.nn;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack of layers: images in, logits out. Any depth and width; any number of copies with buffers
 * of their own, so that one may train while another is looked at.
 */
public final class Network {
  /** A network larger than this is a slip of the keyboard: 1 GiB of weights. */
  public static final long MOST_PARAMETERS = 1L << 28;

  private final List<LayerSpec> specs;
  private final List<Layer> layers;
  private final int inputs;

  /**
   * Builds the layers that the specs describe, all weights 0.
   *
   * @param inputs D of the first layer: the pixels of an image
   * @param largestBatch for how many images at a time the buffers are made
   * @throws IllegalArgumentException where the network is impossible or absurdly large
   */
  public Network(List<LayerSpec> specs, int inputs, int largestBatch, Compute compute) {
    this.specs = List.copyOf(specs);
    this.inputs = inputs;
    if (specs.isEmpty()) {
      throw new IllegalArgumentException("network must have at least one layer, got none");
    }
    if (parameterCount(specs, inputs) > MOST_PARAMETERS) {
      throw new IllegalArgumentException(
          "network must have at most %,d parameters, got %,d"
              .formatted(MOST_PARAMETERS, parameterCount(specs, inputs)));
    }
    LayerContext context = new LayerContext(compute, largestBatch);
    List<Layer> built = new ArrayList<>();
    int width = inputs;
    for (LayerSpec spec : specs) {
      Layer layer = spec.build(built.size(), width, context);
      built.add(layer);
      width = layer.outputs();
    }
    layers = List.copyOf(built);
  }

  /** How many numbers such a network would learn. */
  public static long parameterCount(List<LayerSpec> specs, int inputs) {
    long count = 0;
    int width = inputs;
    for (LayerSpec spec : specs) {
      count += spec.parameters(width);
      width = spec.outputs(width);
    }
    return count;
  }

  /** The logits [N x C] of images x [N x D]. */
  public Matrix forward(Matrix x, Pass pass) {
    return forward(x, layers.size(), pass);
  }

  /** What comes out [N x H] of the first so many layers. */
  public Matrix forward(Matrix x, int firstLayers, Pass pass) {
    Matrix signal = Shapes.require(x, inputs, "0, the network's input");
    for (int i = 0; i < firstLayers; i++) {
      signal = layers.get(i).forward(signal, pass);
    }
    return signal;
  }

  /** Carries dL/dz [N x C] of the last forward pass back and sets every parameter's gradient. */
  public void backward(Matrix dLogits) {
    Matrix signal = dLogits;
    for (int i = layers.size() - 1; i >= 0; i--) {
      signal = layers.get(i).backward(signal, i > 0);
    }
  }

  /** An equal network with buffers of its own. */
  public Network copy(int largestBatch, Compute compute) {
    Network copy = new Network(specs, inputs, largestBatch, compute);
    copy.copyFrom(this);
    return copy;
  }

  /** Takes over the parameters and statistics of a network of the same build. */
  public void copyFrom(Network other) {
    List<Parameter> mine = parameters();
    List<Parameter> theirs = other.parameters();
    for (int i = 0; i < mine.size(); i++) {
      mine.get(i).value().copyFrom(theirs.get(i).value());
    }
    copyStatisticsFrom(other);
  }

  /** Takes over the statistics alone. */
  public void copyStatisticsFrom(Network other) {
    List<Statistic> myStatistics = statistics();
    List<Statistic> theirStatistics = other.statistics();
    for (int i = 0; i < myStatistics.size(); i++) {
      float[] target = myStatistics.get(i).values();
      System.arraycopy(theirStatistics.get(i).values(), 0, target, 0, target.length);
    }
  }

  public List<LayerSpec> specs() {
    return specs;
  }

  public List<Layer> layers() {
    return layers;
  }

  /** D, the pixels of an image. */
  public int inputs() {
    return inputs;
  }

  /** C, the number of classes. */
  public int outputs() {
    return layers.getLast().outputs();
  }

  /** All parameters, first layer first. */
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** All statistics, first layer first. */
  public List<Statistic> statistics() {
    return layers.stream().flatMap(layer -> layer.statistics().stream()).toList();
  }
}
