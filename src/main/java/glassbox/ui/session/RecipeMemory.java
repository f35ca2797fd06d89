package glassbox.ui.session;

import glassbox.format.RecipeJson;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.io.IOException;
import java.util.Optional;

/** Recipes as texts: to be remembered, copied, or changed by a key. */
public final class RecipeMemory {
  private RecipeMemory() {}

  public static String toText(Recipe recipe) {
    return RecipeJson.write(recipe);
  }

  /** The recipe of a text; the seed preset where the text is none, or of another version. */
  public static Recipe fromText(String text) {
    try {
      return RecipeJson.parse(text, "settings");
    } catch (IOException e) {
      return Presets.seed();
    }
  }

  /** The value of a key as a text; empty where the recipe has no such key. */
  public static Optional<String> value(Recipe recipe, String key) {
    return RecipeJson.value(recipe, key);
  }

  /**
   * The recipe with one key set, as the command line's {@code --set} does it.
   *
   * @throws IllegalArgumentException in words, where the value is refused
   */
  public static Recipe with(Recipe recipe, String key, String value) {
    try {
      return RecipeJson.with(recipe, key, value);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
