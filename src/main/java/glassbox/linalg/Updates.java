package glassbox.linalg;

/**
 * The optimizers' changes to the weights that belong to a block of a gradient, each in one pass.
 * All arrays but the gradient's lie like the weight matrix with so many columns. Every operation is
 * rounded by itself, in the order written here, so that all kernels give the same bits.
 */
interface Updates {
  /** w = w - rate (g + decay w). */
  void descend(float[] w, int columns, GradientBlock g, float rate, float decay);

  /**
   * h = g + decay w; v = momentum v + h; w = w - rate (now h + ahead v).
   *
   * @param f rate, decay, momentum, now, ahead
   */
  void descendWithMomentum(float[] w, float[] v, int columns, GradientBlock g, float[] f);

  /**
   * h = g + decay w; s = past s + fresh h h; w = w - rate (h / (√s + ε)).
   *
   * @param f rate, decay, past, fresh, epsilon
   */
  void rmsProp(float[] w, float[] s, int columns, GradientBlock g, float[] f);

  /**
   * h = g + decay w; s = past s + fresh h h; v = momentum v + h / (√s + ε); w = w - rate v.
   *
   * @param f rate, decay, past, fresh, epsilon, momentum
   */
  void rmsPropWithMomentum(
      float[] w, float[] s, float[] v, int columns, GradientBlock g, float[] f);

  /**
   * h = g + decay w; m = β1 m + (1 - β1) h; v = β2 v + (1 - β2) h h; w = kept w - size m / (√v root
   * + ε).
   *
   * @param f size, decay, root, kept, beta1, 1 - beta1, beta2, 1 - beta2, epsilon
   */
  void adam(float[] w, float[] m, float[] v, int columns, GradientBlock g, float[] f);
}
