package glassbox.linalg;

/**
 * One of the products that a dense layer needs, on random operands for N images, D inputs and H
 * units. Results start as NaN, so that an element which is not written is seen.
 */
enum ProductCase {
  MULTIPLY,
  MULTIPLY_WITH_BIAS,
  TRANSPOSED_LEFT,
  TRANSPOSED_RIGHT;

  /**
   * @param zeros whether what is negative in the left factor is 0 instead, as behind a ReLU
   */
  record Shape(int n, int d, int h, boolean zeros) {
    Shape(int n, int d, int h) {
      this(n, d, h, false);
    }

    Shape withZeros() {
      return new Shape(n, d, h, true);
    }
  }

  Matrix compute(Compute compute, Shape s) {
    return compute(compute, s, right(s));
  }

  Matrix compute(Compute compute, Shape s, Matrix right) {
    Matrix left = left(s);
    Matrix out = new Matrix(outRows(s), outColumns(s));
    out.fill(Float.NaN);
    switch (this) {
      case MULTIPLY -> compute.multiply(left, right, null, out);
      case MULTIPLY_WITH_BIAS -> compute.multiply(left, right, bias(s), out);
      case TRANSPOSED_LEFT -> compute.multiplyTransposedLeft(left, right, out);
      case TRANSPOSED_RIGHT -> compute.multiplyTransposedRight(left, right, out);
    }
    return out;
  }

  /** The same as one writes it on a blackboard, in double precision. */
  double[] naive(Shape s) {
    Matrix left = left(s);
    Matrix right = right(s);
    double[] out = new double[outRows(s) * outColumns(s)];
    for (int i = 0; i < outRows(s); i++) {
      for (int j = 0; j < outColumns(s); j++) {
        double sum = this == MULTIPLY_WITH_BIAS ? bias(s)[j] : 0;
        for (int k = 0; k < inner(s); k++) {
          double a = this == TRANSPOSED_LEFT ? left.get(k, i) : left.get(i, k);
          double b = this == TRANSPOSED_RIGHT ? right.get(j, k) : right.get(k, j);
          sum += a * b;
        }
        out[i * outColumns(s) + j] = sum;
      }
    }
    return out;
  }

  Matrix left(Shape s) {
    Matrix left = RandomMatrices.gaussian(s.n, this == TRANSPOSED_RIGHT ? s.h : s.d, 1);
    for (int i = 0; s.zeros && i < left.size(); i++) {
      left.values()[i] = Math.max(0, left.values()[i]);
    }
    return left;
  }

  Matrix right(Shape s) {
    return RandomMatrices.gaussian(this == TRANSPOSED_LEFT ? s.n : s.d, s.h, 2);
  }

  private static float[] bias(Shape s) {
    return RandomMatrices.gaussian(1, s.h, 3).values();
  }

  private int outRows(Shape s) {
    return this == TRANSPOSED_LEFT ? s.d : s.n;
  }

  private int outColumns(Shape s) {
    return this == TRANSPOSED_RIGHT ? s.d : s.h;
  }

  int inner(Shape s) {
    return switch (this) {
      case MULTIPLY, MULTIPLY_WITH_BIAS -> s.d;
      case TRANSPOSED_LEFT -> s.n;
      case TRANSPOSED_RIGHT -> s.h;
    };
  }
}
