package glassbox.nn;

import glassbox.linalg.Matrix;

/**
 * Something that is learned, with the gradient of the loss in it.
 *
 * @param name as in the state_dict of the equal {@code torch.nn.Sequential}: {@code 0.weight}
 * @param value a dense layer's weights [D x H], or a single row [1 x H]
 * @param isVector whether it is a single row by nature: a bias, a scale or a shift
 */
public record Parameter(String name, Matrix value, Matrix gradient, boolean isVector) {
  /** Weights of zeros, [D x H]. */
  static Parameter weights(String name, int inputs, int units) {
    return new Parameter(name, new Matrix(inputs, units), new Matrix(inputs, units), false);
  }

  /** A row of zeros, [1 x H]. */
  static Parameter vector(String name, int units) {
    return new Parameter(name, new Matrix(1, units), new Matrix(1, units), true);
  }

  /** How many numbers are learned here. */
  public int size() {
    return value.size();
  }
}
