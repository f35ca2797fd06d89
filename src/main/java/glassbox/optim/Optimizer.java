package glassbox.optim;

import glassbox.linalg.GradientUse;
import glassbox.nn.Parameter;
import java.util.List;

/**
 * Changes parameters along their gradients. One life: made for the parameters of a network, then
 * one step a batch. What it remembers can be read and set, so that a run can be entered anywhere.
 */
public interface Optimizer {
  /** Updates every parameter from its gradient, with the learning rate of this step. */
  default void step(double learningRate) {
    begin(learningRate);
    finish();
  }

  /** Begins a step; the gradients may come now. */
  void begin(double learningRate);

  /** Updates the parameters that have not been updated {@linkplain #early early}. */
  void finish();

  /**
   * From now on a parameter is updated by those who compute its gradient, block by block between
   * {@link #begin} and {@link #finish}. The numbers are the same.
   */
  GradientUse early(Parameter parameter);

  /** Its memory of past gradients: the live arrays, always in the same order. */
  default List<float[]> memory() {
    return List.of();
  }

  /** How many steps it has made, where that matters to it; otherwise 0. */
  default long updates() {
    return 0;
  }

  /** Sets what {@link #updates} gives. */
  default void setUpdates(long count) {}
}
