package glassbox.training;

import glassbox.data.Augmentation;
import glassbox.data.ImageDataset;
import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.nn.Network;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.OptimizerSpec;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a run.
 *
 * @param dataset {@code mnist}, {@code fashion-mnist} or a path
 * @param network the layers; softmax and categorical cross-entropy follow the last one
 * @param labelSmoothing share of each target given to all classes alike, in [0, 1)
 * @param maxNorm the longest that the weights into a unit may get, above 0; null for any length
 * @param clipNorm the longest that the whole gradient may be, above 0; null for any length
 * @param averaging decay of the weights' moving average, in [0, 1); null for none
 * @param earlyStopping when to end before the last epoch; null for never
 * @param augmentation how images are changed each time they are learned; null for not at all
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
    @Nullable Double maxNorm,
    @Nullable Double clipNorm,
    @Nullable Double averaging,
    @Nullable EarlyStopping earlyStopping,
    @Nullable Augmentation augmentation,
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
    requireAboveZero("maxNorm", maxNorm);
    requireAboveZero("clipNorm", clipNorm);
    require(
        averaging == null || averaging >= 0 && averaging < 1,
        "averaging must be null or in [0, 1), got %s",
        averaging);
    require(
        earlyStopping == null || validation > 0,
        "earlyStopping needs images to validate on: validation must be above 0, got %s",
        validation);
    require(epochs >= 1 && epochs <= 100_000, "epochs must be in [1, 100000], got %s", epochs);
    require(
        batchSize >= 1 && batchSize <= 65_536,
        "batchSize must be in [1, 65536], got %s",
        batchSize);
    require(validation >= 0, "validation must be at least 0, got %s", validation);
  }

  private static void requireAboveZero(String key, @Nullable Double value) {
    require(
        value == null || value > 0 && value <= 1e6,
        "%s must be null or in (0, 1000000], got %s",
        key,
        value);
  }

  private static void require(boolean holds, String message, @Nullable Object... values) {
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
    if (augmentation != null) {
      augmentation.requireFits(data.train());
    }
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

  /** Steps of a whole run over a training set of so many images. */
  public long totalSteps(int trainingImages) {
    return (long) stepsPerEpoch(trainingImages) * epochs;
  }

  /** The hidden layers' part of the network: all but the last dense layer. */
  public List<LayerSpec> hidden() {
    return network.subList(0, network.size() - 1);
  }

  public Recipe withDataset(String other) {
    return with(draft -> draft.dataset = other);
  }

  public Recipe withNetwork(List<LayerSpec> other) {
    return with(draft -> draft.network = other);
  }

  public Recipe withOptimizer(OptimizerSpec other) {
    return with(draft -> draft.optimizer = other);
  }

  public Recipe withSchedule(LearningRateSchedule other) {
    return with(draft -> draft.schedule = other);
  }

  public Recipe withEpochs(int other) {
    return with(draft -> draft.epochs = other);
  }

  public Recipe withBatchSize(int other) {
    return with(draft -> draft.batchSize = other);
  }

  public Recipe withSeed(long other) {
    return with(draft -> draft.seed = other);
  }

  public Recipe withValidation(int other) {
    return with(draft -> draft.validation = other);
  }

  public Recipe withAugmentation(@Nullable Augmentation other) {
    return with(draft -> draft.augmentation = other);
  }

  /** The same recipe with some of it changed; the result is checked like any other. */
  public Recipe with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finish();
  }

  /** A recipe that is being changed; it may be nonsense until it is finished. */
  public static final class Draft {
    public String dataset;
    public List<LayerSpec> network;
    public Initializer initializer;
    public double labelSmoothing;
    public OptimizerSpec optimizer;
    public LearningRateSchedule schedule;
    public @Nullable Double maxNorm;
    public @Nullable Double clipNorm;
    public @Nullable Double averaging;
    public @Nullable EarlyStopping earlyStopping;
    public @Nullable Augmentation augmentation;
    public int epochs;
    public int batchSize;
    public boolean shuffle;
    public long seed;
    public int validation;

    private Draft(Recipe from) {
      dataset = from.dataset;
      network = from.network;
      initializer = from.initializer;
      labelSmoothing = from.labelSmoothing;
      optimizer = from.optimizer;
      schedule = from.schedule;
      maxNorm = from.maxNorm;
      clipNorm = from.clipNorm;
      averaging = from.averaging;
      earlyStopping = from.earlyStopping;
      augmentation = from.augmentation;
      epochs = from.epochs;
      batchSize = from.batchSize;
      shuffle = from.shuffle;
      seed = from.seed;
      validation = from.validation;
    }

    private Recipe finish() {
      return new Recipe(
          dataset,
          network,
          initializer,
          labelSmoothing,
          optimizer,
          schedule,
          maxNorm,
          clipNorm,
          averaging,
          earlyStopping,
          augmentation,
          epochs,
          batchSize,
          shuffle,
          seed,
          validation);
    }
  }
}
