package glassbox.ui.session;

import glassbox.format.BriefDifferences;
import glassbox.format.RecipeJson;
import glassbox.format.RecipeSetting;
import glassbox.format.SettingNames;
import glassbox.training.Recipe;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How two recipes differ, in words. */
public final class SettingWords {
  private static final String LAYER = "network.";

  private SettingWords() {}

  /** A setting's key as people say it. */
  public static String name(String key) {
    return key.startsWith(LAYER)
        ? Words.of("session.setting.layer", key.substring(LAYER.length()))
        : Words.find("session.setting." + key).orElseGet(() -> SettingNames.name(key));
  }

  /** Why a recipe was refused, without what the command line says before it. */
  public static String reason(String message) {
    return message.replaceFirst("^cannot use the recipe, [^,]*, ", "");
  }

  /** "learning rate 0.1 → 0.05, momentum 0 → 0.9". */
  static String change(Recipe before, Recipe after) {
    List<RecipeSetting> now = BriefDifferences.of(before, after);
    Map<String, String> then =
        RecipeJson.differences(after, before).stream()
            .collect(Collectors.toMap(RecipeSetting::key, RecipeSetting::words));
    return list(
        now,
        s -> {
          String old = then.get(s.key());
          return old == null
              ? value(s)
              : Words.of("session.setting.change", name(s.key()), old, s.words());
        });
  }

  /** "learning rate 0.05, batch size 64": what is different in a recipe; empty for nothing. */
  public static String differences(Recipe from, Recipe to) {
    return list(BriefDifferences.of(from, to), SettingWords::value);
  }

  private static String value(RecipeSetting setting) {
    return Words.of("session.setting.value", name(setting.key()), setting.words());
  }

  private static String list(List<RecipeSetting> settings, Function<RecipeSetting, String> words) {
    return settings.stream()
        .map(words)
        .reduce((one, more) -> Words.of("session.setting.list", one, more))
        .orElse("");
  }
}
