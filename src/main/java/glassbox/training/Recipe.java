package glassbox.training;

import glassbox.data.ImageDataset;
import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.nn.Network;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.OptimizerSpec;
import java.util.List;

/**
 * Everything that decides a run.
 *
 * @param dataset {@code mnist}, {@code fashion-mnist} or a path
 * @param network the layers; softmax and categorical cross-entropy follow the last one
 * @param labelSmoothing share of each target given to all classes alike, in [0, 1)
 * @param epochs how often every image is learned, in [1, 100000]
 * @param batchSize images in a mini-batch, in [1, 65536]
 * @param shuffle whether each epoch takes the images in a new order
 * @param seed of weights, shuffles and whatever else is drawn
 * @param validation images held out from the end of the training set
 */
public record Recipe(
    String dataset,
    List<LayerSpec> network,
    Initializer initializer,
    double labelSmoothing,
    OptimizerSpec optimizer,
    LearningRateSchedule schedule,
    int epochs,
    int batchSize,
    boolean shuffle,
    long seed,
    int validation) {

  /** A batch's signals, kept forward and backward, take at most 2 GiB. */
  private static final long MOST_SIGNALS = 1L << 28;

  public Recipe {
    network = List.copyOf(network);
    require(!dataset.isBlank(), "dataset must be a name or a path, got nothing");
    require(!network.isEmpty(), "network must have at least one layer, got none");
    require(
        network.getLast() instanceof LayerSpec.DenseSpec,
        "network must end with a dense layer, got \"%s\"",
        network.getLast().text());
    require(
        labelSmoothing >= 0 && labelSmoothing < 1,
        "loss.labelSmoothing must be in [0, 1), got %s",
        labelSmoothing);
    require(epochs >= 1 && epochs <= 100_000, "epochs must be in [1, 100000], got %s", epochs);
    require(
        batchSize >= 1 && batchSize <= 65_536,
        "batchSize must be in [1, 65536], got %s",
        batchSize);
    require(validation >= 0, "validation must be at least 0, got %s", validation);
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }

  /**
   * Checks what can only be known beside the data: the last layer, the images held out, the size.
   *
   * @throws IllegalArgumentException naming the key, the rule and the value
   */
  public void requireFits(ImageDataset data) {
    int units = ((LayerSpec.DenseSpec) network.getLast()).units();
    require(
        units == data.classes(),
        "network must end with \"dense %s\", one unit for each class of %s, got \"dense %s\"",
        data.classes(),
        data.name(),
        units);
    require(
        validation < data.train().count(),
        "validation must leave images to learn: below %s, got %s",
        data.train().count(),
        validation);
    long parameters = parameters(data);
    require(
        parameters <= Network.MOST_PARAMETERS,
        "network must have at most %,d parameters, got %,d",
        Network.MOST_PARAMETERS,
        parameters);
    long signals = Math.min(batchSize, data.train().count()) * signalsOfAnImage(data);
    require(
        signals <= MOST_SIGNALS,
        "batchSize times the units of all layers must be at most %,d, got %,d",
        MOST_SIGNALS,
        signals);
  }

  /** How many numbers the network learns. */
  public long parameters(ImageDataset data) {
    return Network.parameterCount(network, data.pixelsPerImage());
  }

  /** How many numbers an image becomes on its way through the network. */
  private long signalsOfAnImage(ImageDataset data) {
    int width = data.pixelsPerImage();
    long signals = width;
    for (LayerSpec layer : network) {
      width = layer.outputs(width);
      signals += width;
    }
    return signals;
  }

  /** Steps of an epoch over a training set of so many images. */
  public int stepsPerEpoch(int trainingImages) {
    return Math.ceilDiv(trainingImages - validation, batchSize);
  }

  /** The hidden layers' part of the network: all but the last dense layer. */
  public List<LayerSpec> hidden() {
    return network.subList(0, network.size() - 1);
  }

  public Recipe withDataset(String other) {
    return new Recipe(
        other,
        network,
        initializer,
        labelSmoothing,
        optimizer,
        schedule,
        epochs,
        batchSize,
        shuffle,
        seed,
        validation);
  }

  public Recipe withNetwork(List<LayerSpec> other) {
    return new Recipe(
        dataset,
        other,
        initializer,
        labelSmoothing,
        optimizer,
        schedule,
        epochs,
        batchSize,
        shuffle,
        seed,
        validation);
  }

  public Recipe withOptimizer(OptimizerSpec other) {
    return new Recipe(
        dataset,
        network,
        initializer,
        labelSmoothing,
        other,
        schedule,
        epochs,
        batchSize,
        shuffle,
        seed,
        validation);
  }

  public Recipe withSchedule(LearningRateSchedule other) {
    return new Recipe(
        dataset,
        network,
        initializer,
        labelSmoothing,
        optimizer,
        other,
        epochs,
        batchSize,
        shuffle,
        seed,
        validation);
  }

  public Recipe withEpochs(int other) {
    return new Recipe(
        dataset,
        network,
        initializer,
        labelSmoothing,
        optimizer,
        schedule,
        other,
        batchSize,
        shuffle,
        seed,
        validation);
  }

  public Recipe withBatchSize(int other) {
    return new Recipe(
        dataset,
        network,
        initializer,
        labelSmoothing,
        optimizer,
        schedule,
        epochs,
        other,
        shuffle,
        seed,
        validation);
  }

  public Recipe withSeed(long other) {
    return new Recipe(
        dataset,
        network,
        initializer,
        labelSmoothing,
        optimizer,
        schedule,
        epochs,
        batchSize,
        shuffle,
        other,
        validation);
  }

  public Recipe withValidation(int other) {
    return new Recipe(
        dataset,
        network,
        initializer,
        labelSmoothing,
        optimizer,
        schedule,
        epochs,
        batchSize,
        shuffle,
        seed,
        other);
  }
}
