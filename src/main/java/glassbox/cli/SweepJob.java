package glassbox.cli;

import static java.util.stream.Collectors.joining;

import glassbox.format.RecipeSetting;
import glassbox.format.SettingNames;
import glassbox.training.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a sweep.
 *
 * @param setting what varies, but for the seed that {@code --seeds} adds
 * @param seed that it adds; null for none
 * @param recipe with all of it
 * @param folder of the run
 * @param group that it shares with the runs which differ in the seed alone; null for none
 */
record SweepJob(
    List<RecipeSetting> setting,
    @Nullable RecipeSetting seed,
    Recipe recipe,
    Path folder,
    @Nullable String group) {

  static List<RecipeSetting> all(List<RecipeSetting> setting, @Nullable RecipeSetting seed) {
    return Stream.concat(setting.stream(), Stream.ofNullable(seed)).toList();
  }

  /** {@code KEY=VALUE} for everything that varies, as {@code --set} takes it. */
  List<String> settings() {
    return all(setting, seed).stream().map(RecipeSetting::toString).toList();
  }

  /** What the run is called in lists: "learning rate 0.1, seed 2". */
  String name() {
    return SettingNames.words(all(setting, seed));
  }

  /** How people tell the runs of the sweep apart: the folder's name. */
  String title() {
    return String.valueOf(folder.getFileName());
  }

  /** A file's name for settings: {@code learningRate=0.1,seed=2}. */
  static String fileName(List<RecipeSetting> settings) {
    String name =
        settings.stream()
            .map(each -> lastPart(each.key(), settings) + "=" + safe(each.words()))
            .collect(joining(","));
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  private static final int LONGEST_NAME = 120;

  /** Without its section, where no other key ends so. */
  private static String lastPart(String key, List<RecipeSetting> settings) {
    String last = key.replaceFirst("^(optimizer|schedule|loss|earlyStopping)\\.", "");
    boolean unique = settings.stream().filter(s -> s.key().endsWith(last)).count() == 1;
    return safe(unique && !last.equals("name") ? last : key);
  }

  private static String safe(String text) {
    return text.replaceAll("[^A-Za-z0-9.+-]+", "_").replaceAll("^_+(?=.)|(?<=.)_+$", "");
  }
}
