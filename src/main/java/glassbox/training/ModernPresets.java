package glassbox.training;

import glassbox.data.Augmentation;
import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule.Cosine;
import glassbox.optim.OptimizerSpec.AdamSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a plain fully connected network goes with today's recipe: batch norm, AdamW, warm-up and
 * cosine, label smoothing, augmentation. MNIST's digits bear strong changes, Fashion-MNIST's
 * clothes weak ones; a data set of one's own is treated as digits are, without mirroring, which
 * would make other signs of them.
 */
final class ModernPresets {
  private static final String FASHION = "fashion-mnist";
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.99;
  private static final int BATCH_SIZE = 256;
  private static final double WARMUP = 0.05;

  private ModernPresets() {}

  /** About a minute on two cores: two hidden layers, 31 epochs. */
  static Recipe modern(String dataset) {
    return common(dataset)
        .with(draft -> {
          draft.optimizer = adamW(0.003, 0.02);
          draft.schedule = new Cosine(WARMUP, 0);
          draft.epochs = 31;
          if (dataset.equals(FASHION)) {
            draft.network = network(0.05, 512, 256);
            draft.labelSmoothing = 0.1;
            draft.augmentation = augmentation(3, 0.05, 0, 0.5, 0.3, 0.2, 0.2);
          } else {
            draft.network = network(0, 512, 256);
            draft.labelSmoothing = 0.05;
            draft.augmentation = augmentation(12, 0.12, 0.1, 1.5, 0.7, 0.15, 0.5);
          }
        });
  }

  /** Wider and six times as long, in three cycles; tens of minutes. */
  static Recipe record(String dataset) {
    return common(dataset)
        .with(draft -> {
          draft.optimizer = adamW(0.0025, 0.05);
          draft.schedule = new Cosine(WARMUP, 0, 3);
          draft.epochs = 186;
          if (dataset.equals(FASHION)) {
            draft.network = network(0.2, 1024, 512);
            draft.labelSmoothing = 0.1;
            draft.augmentation = augmentation(4, 0.06, 0, 0.7, 0.4, 0.2, 0.2);
          } else {
            draft.network = network(0.1, 1024, 512);
            draft.labelSmoothing = 0.05;
            draft.augmentation = augmentation(15, 0.15, 0.15, 2, 0.9, 0.15, 0.5);
          }
        });
  }

  private static Recipe common(String dataset) {
    return Presets.seed()
        .with(draft -> {
          draft.dataset = dataset;
          draft.initializer = new Initializer.HeSmallOutput();
          draft.batchSize = BATCH_SIZE;
        });
  }

  private static AdamSpec adamW(double learningRate, double weightDecay) {
    return new AdamSpec(learningRate, BETA1, BETA2, AdamSpec.EPSILON, weightDecay, true, false);
  }

  private static List<LayerSpec> network(double dropout, int... units) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int hidden : units) {
      layers.add(new LayerSpec.DenseSpec(hidden));
      layers.add(new LayerSpec.BatchNormSpec());
      layers.add(new LayerSpec.ReluSpec());
      if (dropout > 0) {
        layers.add(new LayerSpec.DropoutSpec(dropout));
      }
    }
    layers.add(new LayerSpec.DenseSpec(10));
    return layers;
  }

  private static Augmentation augmentation(
      double rotate,
      double scale,
      double shear,
      double shift,
      double elastic,
      double weakEpochs,
      double weakStrength) {
    return new Augmentation(
        rotate, scale, shear, shift, elastic, 0, null, 0, weakEpochs, weakStrength);
  }
}
