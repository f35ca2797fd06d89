package glassbox.nn;

import glassbox.linalg.Matrix;

/**
 * Something that is learned, with the gradient of the loss in it. A weight is [D x H]; a bias, or a
 * scale or shift of batch norm, is a single row [1 x H].
 *
 * @param name as in the state_dict of the equal {@code torch.nn.Sequential}: {@code 0.weight}
 */
public record Parameter(String name, Matrix value, Matrix gradient) {
  /** A parameter of zeros. */
  static Parameter zeros(String name, int rows, int columns) {
    return new Parameter(name, new Matrix(rows, columns), new Matrix(rows, columns));
  }

  /** How many numbers are learned here. */
  public int size() {
    return value.size();
  }
}
