package glassbox.format;

import glassbox.training.Recipe;
import java.util.ArrayList;
import java.util.List;

/** How two recipes differ, for people: without what follows from the rest. */
public final class BriefDifferences {
  private BriefDifferences() {}

  /**
   * What is to be set in one recipe to make it the other, but for another optimizer's or schedule's
   * own defaults.
   */
  public static List<RecipeSetting> of(Recipe from, Recipe to) {
    List<RecipeSetting> brief = new ArrayList<>(RecipeJson.differences(from, to));
    for (RecipeSetting setting : List.copyOf(brief)) {
      List<RecipeSetting> without = new ArrayList<>(brief);
      without.remove(setting);
      if (leads(from, without, to)) {
        brief.remove(setting);
      }
    }
    return brief;
  }

  private static boolean leads(Recipe from, List<RecipeSetting> settings, Recipe to) {
    try {
      return RecipeJson.with(from, settings).equals(to);
    } catch (FormatException e) {
      return false;
    }
  }
}
