package glassbox.ui.session;

import glassbox.analysis.Projection.Method;

/**
 * How images are placed on the map.
 *
 * @param method by what rule
 * @param layer 0 for the pixels, else a hidden layer counted from 1
 */
public record MapChoice(Method method, int layer) {
  /** By pixels, at once. */
  public static final MapChoice FIRST = new MapChoice(Method.PCA, 0);

  public MapChoice withMethod(Method other) {
    return new MapChoice(other, layer);
  }

  public MapChoice withLayer(int other) {
    return new MapChoice(method, other);
  }
}
