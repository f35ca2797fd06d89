package glassbox.training;

import glassbox.nn.LayerSpec;
import glassbox.nn.LayerSpec.DropoutSpec;
import java.util.List;

/**
 * A run takes another recipe on its way. What was built at its start stays: the data, the layers,
 * how weights were drawn, averaging, early stopping. Anything else may change.
 *
 * @param step steps done before it; the next one is the first with the new recipe
 * @param recipe from then on
 */
public record Change(long step, Recipe recipe) {
  public Change {
    if (step < 0) {
      throw new IllegalArgumentException("step must be at least 0, got " + step);
    }
  }

  /**
   * Checks that a run may go from one recipe to another.
   *
   * @throws IllegalArgumentException naming the key that cannot change
   */
  public static void requirePossible(Recipe before, Recipe after) {
    require("dataset", before.dataset().equals(after.dataset()));
    require("network", sameLayers(before.network(), after.network()));
    require("initializer", before.initializer().equals(after.initializer()));
    require("validation", before.validation() == after.validation());
    require("averaging", java.util.Objects.equals(before.averaging(), after.averaging()));
    require(
        "earlyStopping", java.util.Objects.equals(before.earlyStopping(), after.earlyStopping()));
  }

  private static void require(String key, boolean same) {
    if (!same) {
      throw new IllegalArgumentException(
          key + " cannot change within a run, only from one run to the next");
    }
  }

  /** Whether only dropout rates differ. */
  private static boolean sameLayers(List<LayerSpec> before, List<LayerSpec> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      boolean bothDropout =
          before.get(i) instanceof DropoutSpec && after.get(i) instanceof DropoutSpec;
      if (!bothDropout && !before.get(i).equals(after.get(i))) {
        return false;
      }
    }
    return true;
  }
}
