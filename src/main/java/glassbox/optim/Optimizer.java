package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;

/**
 * Changes parameters along their gradients. One life: made for a network, then one step a batch.
 */
public interface Optimizer {
  /** Updates every parameter from its gradient, with the learning rate of this step. */
  void step(List<Parameter> parameters, double learningRate);
}
