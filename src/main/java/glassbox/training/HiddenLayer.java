package glassbox.training;

import glassbox.nn.LayerSpec;
import glassbox.nn.LayerSpec.DenseSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A dense layer that another one follows, with all that stands between the two: what it hands on is
 * what the next dense layer gets.
 *
 * @param number counted from 1
 * @param units H
 * @param end how many of the network's layers it ends with
 */
public record HiddenLayer(int number, int units, int end) {
  /** The hidden layers of a network, the first one first. */
  public static List<HiddenLayer> of(List<LayerSpec> specs) {
    List<HiddenLayer> hidden = new ArrayList<>();
    int units = 0;
    for (int i = 0; i < specs.size(); i++) {
      if (specs.get(i) instanceof DenseSpec dense) {
        if (units > 0) {
          hidden.add(new HiddenLayer(hidden.size() + 1, units, i));
        }
        units = dense.units();
      }
    }
    return List.copyOf(hidden);
  }
}
