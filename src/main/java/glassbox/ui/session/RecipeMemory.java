package glassbox.ui.session;

import glassbox.format.RecipeJson;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.io.IOException;

/** The last recipe as a text that can be kept until the next start. */
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
}
