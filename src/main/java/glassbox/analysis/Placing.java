package glassbox.analysis;

import glassbox.linalg.Matrix;
import java.util.function.Supplier;

/** Follows points to their places, on the thread that computes them. */
public interface Placing {
  /** Nobody follows. */
  Placing ALONE = (share, positions) -> true;

  /**
   * So much is done.
   *
   * @param share in [0, 1]; 0 as long as the neighbours are still sought
   * @param positions makes a copy [N x 2] of where the points are by now; where nothing can be told
   *     yet it has no rows
   * @return whether to go on
   */
  boolean reached(double share, Supplier<Matrix> positions);

  /** Whether to go on, before there are positions. */
  default boolean goesOn() {
    return reached(0, () -> new Matrix(0, 2));
  }
}
