package glassbox.ui.session;

import glassbox.format.BriefDifferences;
import glassbox.format.RecipeJson;
import glassbox.format.RecipeSetting;
import glassbox.format.SettingNames;
import glassbox.training.Recipe;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How two recipes differ, in words. */
public final class SettingWords {
  private SettingWords() {}

  /** A setting's key as people say it. */
  public static String name(String key) {
    return SettingNames.name(key);
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
    return now.stream()
        .map(s ->
            then.containsKey(s.key())
                ? "%s %s → %s".formatted(name(s.key()), then.get(s.key()), s.words())
                : name(s.key()) + " " + s.words())
        .collect(Collectors.joining(", "));
  }

  /** "learning rate 0.05, batch size 64": what is different in a recipe; empty for nothing. */
  public static String differences(Recipe from, Recipe to) {
    return SettingNames.words(BriefDifferences.of(from, to));
  }
}
