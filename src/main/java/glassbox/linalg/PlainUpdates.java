package glassbox.linalg;

/** The updates as one would write them down: the reference that {@link SimdUpdates} must equal. */
final class PlainUpdates implements Updates {
  @Override
  public boolean descend(float[] w, int columns, GradientBlock g, float rate, float decay) {
    float[] gradient = g.values;
    for (int row = 0; row < g.rows; row++) {
      int first = g.weightAt(columns) + row * columns;
      for (int i = first, k = g.at + row * g.stride; i < first + g.columns; i++, k++) {
        w[i] -= rate * (gradient[k] + decay * w[i]);
      }
    }
    return areFinite(w, columns, g);
  }

  @Override
  public boolean descendWithMomentum(
      float[] w, float[] v, int columns, GradientBlock g, float[] f) {
    float[] gradient = g.values;
    float rate = f[0];
    float decay = f[1];
    float momentum = f[2];
    float now = f[3];
    float ahead = f[4];
    for (int row = 0; row < g.rows; row++) {
      int first = g.weightAt(columns) + row * columns;
      for (int i = first, k = g.at + row * g.stride; i < first + g.columns; i++, k++) {
        float h = gradient[k] + decay * w[i];
        v[i] = momentum * v[i] + h;
        w[i] -= rate * (now * h + ahead * v[i]);
      }
    }
    return areFinite(w, columns, g);
  }

  @Override
  public boolean rmsProp(float[] w, float[] s, int columns, GradientBlock g, float[] f) {
    float[] gradient = g.values;
    float rate = f[0];
    float decay = f[1];
    float past = f[2];
    float fresh = f[3];
    float epsilon = f[4];
    for (int row = 0; row < g.rows; row++) {
      int first = g.weightAt(columns) + row * columns;
      for (int i = first, k = g.at + row * g.stride; i < first + g.columns; i++, k++) {
        float h = gradient[k] + decay * w[i];
        s[i] = past * s[i] + fresh * h * h;
        w[i] -= rate * (h / ((float) Math.sqrt(s[i]) + epsilon));
      }
    }
    return areFinite(w, columns, g);
  }

  @Override
  public boolean rmsPropWithMomentum(
      float[] w, float[] s, float[] v, int columns, GradientBlock g, float[] f) {
    float[] gradient = g.values;
    float rate = f[0];
    float decay = f[1];
    float past = f[2];
    float fresh = f[3];
    float epsilon = f[4];
    float momentum = f[5];
    for (int row = 0; row < g.rows; row++) {
      int first = g.weightAt(columns) + row * columns;
      for (int i = first, k = g.at + row * g.stride; i < first + g.columns; i++, k++) {
        float h = gradient[k] + decay * w[i];
        s[i] = past * s[i] + fresh * h * h;
        v[i] = momentum * v[i] + h / ((float) Math.sqrt(s[i]) + epsilon);
        w[i] -= rate * v[i];
      }
    }
    return areFinite(w, columns, g);
  }

  @Override
  public boolean adam(float[] w, float[] m, float[] v, int columns, GradientBlock g, float[] f) {
    float[] gradient = g.values;
    float size = f[0];
    float decay = f[1];
    float root = f[2];
    float kept = f[3];
    float beta1 = f[4];
    float fresh1 = f[5];
    float beta2 = f[6];
    float fresh2 = f[7];
    float epsilon = f[8];
    for (int row = 0; row < g.rows; row++) {
      int first = g.weightAt(columns) + row * columns;
      for (int i = first, k = g.at + row * g.stride; i < first + g.columns; i++, k++) {
        float h = gradient[k] + decay * w[i];
        m[i] = beta1 * m[i] + fresh1 * h;
        v[i] = beta2 * v[i] + fresh2 * h * h;
        w[i] = kept * w[i] - size * m[i] / ((float) Math.sqrt(v[i]) * root + epsilon);
      }
    }
    return areFinite(w, columns, g);
  }

  private static boolean areFinite(float[] w, int columns, GradientBlock g) {
    for (int row = 0; row < g.rows; row++) {
      int first = g.weightAt(columns) + row * columns;
      for (int i = first; i < first + g.columns; i++) {
        if (!Float.isFinite(w[i])) {
          return false;
        }
      }
    }
    return true;
  }
}
