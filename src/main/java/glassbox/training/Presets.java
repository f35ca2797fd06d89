package glassbox.training;

import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.OptimizerSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The recipes that come with the program, by name; some differ by data set. */
public final class Presets {
  private static final Map<String, Function<String, Recipe>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("seed", dataset -> seed().withDataset(dataset));
    BY_NAME.put("deep", dataset -> deep().withDataset(dataset));
    BY_NAME.put("modern", ModernPresets::modern);
    BY_NAME.put("record", ModernPresets::record);
  }

  private Presets() {}

  /** The names, the simplest first. */
  public static Iterable<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  public static boolean exists(String name) {
    return BY_NAME.containsKey(name);
  }

  /** The recipe of a name that {@link #exists}, for MNIST. */
  public static Recipe named(String name) {
    return named(name, seed().dataset());
  }

  /**
   * The recipe of a name that {@link #exists}, for a data set.
   *
   * @param dataset {@code mnist}, {@code fashion-mnist} or a path
   */
  public static Recipe named(String name, String dataset) {
    Function<String, Recipe> preset = BY_NAME.get(name);
    if (preset == null) {
      throw new IllegalArgumentException(
          "preset must be one of %s, got %s".formatted(BY_NAME.keySet(), name));
    }
    return preset.apply(dataset);
  }

  /** The notebook that Glassbox grew out of: two hidden layers, plain gradient descent. */
  public static Recipe seed() {
    return new Recipe(
        "mnist",
        Stream.of("dense 128", "relu", "dense 128", "relu", "dense 10")
            .map(LayerSpec::parse)
            .toList(),
        new Initializer.He(),
        0.0,
        new OptimizerSpec.SgdSpec(0.1, 0, false, 0),
        new LearningRateSchedule.InverseTime(1e-4),
        null,
        null,
        null,
        null,
        null,
        2,
        32,
        true,
        1,
        5000);
  }

  /** Five hidden layers with batch normalisation and dropout, trained by Adam. */
  public static Recipe deep() {
    List<String> network = new ArrayList<>();
    for (int units : new int[] {512, 256, 256, 128, 128}) {
      network.addAll(List.of("dense " + units, "batchnorm", "relu", "dropout 0.1"));
    }
    network.add("dense 10");
    return seed()
        .with(draft -> {
          draft.network = network.stream().map(LayerSpec::parse).toList();
          draft.optimizer =
              new OptimizerSpec.AdamSpec(
                  0.002,
                  OptimizerSpec.AdamSpec.BETA1,
                  OptimizerSpec.AdamSpec.BETA2,
                  OptimizerSpec.AdamSpec.EPSILON,
                  0,
                  false);
          draft.schedule = new LearningRateSchedule.Cosine(400, 0);
          draft.batchSize = 128;
          draft.epochs = 10;
        });
  }
}
