package glassbox.optim;

import java.util.ArrayList;
import java.util.List;

/** One array of an optimizer's memory for each parameter, zeros at first, made when first used. */
final class Slots {
  private final List<float[]> arrays = new ArrayList<>();

  /** The array of the parameter at this index, which has so many values. */
  float[] of(int parameter, int size) {
    while (arrays.size() <= parameter) {
      arrays.add(new float[0]);
    }
    if (arrays.get(parameter).length != size) {
      arrays.set(parameter, new float[size]);
    }
    return arrays.get(parameter);
  }
}
