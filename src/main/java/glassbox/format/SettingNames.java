package glassbox.format;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/** Settings as people say them. */
public final class SettingNames {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("optimizer.name", "optimizer"),
          Map.entry("optimizer.learningRate", "learning rate"),
          Map.entry("optimizer.momentum", "momentum"),
          Map.entry("optimizer.weightDecay", "weight decay"),
          Map.entry("loss.labelSmoothing", "label smoothing"),
          Map.entry("schedule.name", "schedule"),
          Map.entry("schedule.decay", "rate decay"),
          Map.entry("batchSize", "batch size"),
          Map.entry("maxNorm", "max norm"),
          Map.entry("clipNorm", "gradient clipping"),
          Map.entry("optimizer.decayBiasAndNorm", "decay of biases and norms"),
          Map.entry("augmentation.rotate", "rotation"),
          Map.entry("augmentation.scale", "scaling"),
          Map.entry("augmentation.shear", "shear"),
          Map.entry("augmentation.shift", "shift"),
          Map.entry("augmentation.elastic", "elastic"),
          Map.entry("augmentation.flip", "flip"),
          Map.entry("augmentation.clean", "clean images"),
          Map.entry("augmentation.weakEpochs", "weak epochs"),
          Map.entry("augmentation.weakStrength", "weak strength"));

  private SettingNames() {}

  /** A setting's key in words: "learning rate" for {@code optimizer.learningRate}. */
  public static String name(String key) {
    return key.startsWith("network.")
        ? "layer " + key.substring("network.".length())
        : NAMES.getOrDefault(key, key);
  }

  /** "learning rate 0.05, batch size 64"; empty for no settings. */
  public static String words(List<RecipeSetting> settings) {
    return settings.stream()
        .map(setting -> name(setting.key()) + " " + setting.words())
        .collect(joining(", "));
  }
}
