package glassbox.analysis;

import glassbox.linalg.Matrix;

/**
 * Turns and mirrors a picture of points, and moves it, so that it comes as near as possible to
 * another picture of the same points; distances stay (Gower, Dijksterhuis: Procrustes Problems,
 * 2004).
 */
public final class Procrustes {
  private Procrustes() {}

  /** The points [N x 2] nearest to a model [N x 2]; neither is changed. */
  public static Matrix aligned(Matrix points, Matrix model) {
    double[] centre = centre(points);
    double[] target = centre(model);
    double xx = 0;
    double xy = 0;
    double yx = 0;
    double yy = 0;
    for (int n = 0; n < points.rows(); n++) {
      double x = points.get(n, 0) - centre[0];
      double y = points.get(n, 1) - centre[1];
      double u = model.get(n, 0) - target[0];
      double v = model.get(n, 1) - target[1];
      xx += x * u;
      xy += x * v;
      yx += y * u;
      yy += y * v;
    }
    boolean mirrored = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx);
    double side = mirrored ? -1 : 1;
    double angle = Math.atan2(xy - side * yx, xx + side * yy);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    Matrix aligned = new Matrix(points.rows(), 2);
    for (int n = 0; n < points.rows(); n++) {
      double x = points.get(n, 0) - centre[0];
      double y = side * (points.get(n, 1) - centre[1]);
      aligned.set(n, 0, (float) (cos * x - sin * y + target[0]));
      aligned.set(n, 1, (float) (sin * x + cos * y + target[1]));
    }
    return aligned;
  }

  private static double[] centre(Matrix points) {
    double[] sums = new double[2];
    for (int n = 0; n < points.rows(); n++) {
      sums[0] += points.get(n, 0);
      sums[1] += points.get(n, 1);
    }
    int count = Math.max(1, points.rows());
    return new double[] {sums[0] / count, sums[1] / count};
  }
}
