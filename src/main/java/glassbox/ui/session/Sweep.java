package glassbox.ui.session;

import glassbox.format.SettingNames;
import glassbox.training.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of one recipe that differ in one setting, or in their seeds alone.
 *
 * @param key of the recipe that varies, such as {@code optimizer.learningRate}; empty for none
 * @param values that it takes, as in {@code --set}; none where no key varies
 * @param seeds how many runs each value gets, at least 1
 */
public record Sweep(Recipe base, String key, List<String> values, int seeds) {
  /** One run of it. */
  public record Variant(
      String name, Recipe recipe, @org.jspecify.annotations.Nullable String group) {}

  /**
   * All runs, value by value.
   *
   * @throws IllegalArgumentException in words, where a value is refused
   */
  public List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (String value : key.isEmpty() ? List.of("") : values) {
      Recipe recipe = key.isEmpty() ? base : RecipeMemory.with(base, key, value);
      String name = key.isEmpty() ? "seeds" : SettingNames.name(key) + " " + value;
      for (int i = 0; i < seeds; i++) {
        long seed = base.seed() + i;
        variants.add(
            seeds == 1
                ? new Variant(name, recipe, null)
                : new Variant(name + ", seed " + seed, recipe.withSeed(seed), name));
      }
    }
    return variants;
  }
}
