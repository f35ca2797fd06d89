package glassbox.linalg;

/**
 * The optimizers' changes to the weights that belong to a block of a gradient, each in one pass.
 * All arrays but the gradient's lie like the weight matrix with so many columns. Every operation is
 * rounded by itself, in the order written here, so that all kernels give the same bits.
 *
 * <p>Each tells whether all weights that it has written are finite: they are in a register then,
 * and to look at them afterwards would fetch them once more.
 */
interface Updates {
  /** w = w - rate (g + decay w). */
  boolean descend(float[] w, int columns, GradientBlock g, float rate, float decay);

  /**
   * h = g + decay w; v = momentum v + h; w = w - rate (now h + ahead v).
   *
   * @param f rate, decay, momentum, now, ahead
   */
  boolean descendWithMomentum(float[] w, float[] v, int columns, GradientBlock g, float[] f);

  /**
   * h = g + decay w; s = past s + fresh h h; w = w - rate (h / (√s + ε)).
   *
   * @param f rate, decay, past, fresh, epsilon
   */
  boolean rmsProp(float[] w, float[] s, int columns, GradientBlock g, float[] f);

  /**
   * h = g + decay w; s = past s + fresh h h; v = momentum v + h / (√s + ε); w = w - rate v.
   *
   * @param f rate, decay, past, fresh, epsilon, momentum
   */
  boolean rmsPropWithMomentum(
      float[] w, float[] s, float[] v, int columns, GradientBlock g, float[] f);

  /**
   * h = g + decay w; m = β1 m + (1 - β1) h; v = β2 v + (1 - β2) h h; w = kept w - size m / (√v root
   * + ε).
   *
   * @param f size, decay, root, kept, beta1, 1 - beta1, beta2, 1 - beta2, epsilon
   */
  boolean adam(float[] w, float[] m, float[] v, int columns, GradientBlock g, float[] f);
}
