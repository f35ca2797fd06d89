package glassbox.nn;

import glassbox.linalg.Matrix;
import java.util.List;

/**
 * One step of the network's computation, with its own way back. A layer remembers of a forward pass
 * what its backward pass needs, so the two go in turn and an instance belongs to one thread.
 */
public interface Layer {
  /** D, the width of the matrices that come in. */
  int inputs();

  /** H, the width of the matrices that go out. */
  int outputs();

  /**
   * Computes the outputs [N x H] of x [N x D].
   *
   * @return a buffer of this layer, valid until its next forward pass
   */
  Matrix forward(Matrix x, Pass pass);

  /**
   * Takes dL/dy [N x H] of the last forward pass, sets the parameters' gradients and computes dL/dx
   * [N x D].
   *
   * @param inputGradientNeeded false for the first layer, where nobody asks for dL/dx
   * @return a buffer of this layer, valid until its next backward pass; meaningless if not needed
   */
  Matrix backward(Matrix dy, boolean inputGradientNeeded);

  /** What the optimizer changes; empty for most layers. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** What training keeps beside the parameters, such as running statistics; mostly empty. */
  default List<Statistic> statistics() {
    return List.of();
  }
}
