package glassbox.analysis;

import glassbox.linalg.Matrix;

/** Some long columns in double precision, to be made orthonormal. */
final class Columns {
  private final double[][] columns;

  Columns(double[][] columns) {
    this.columns = columns;
  }

  /** The columns of a matrix. */
  static Columns of(Matrix m) {
    double[][] columns = new double[m.columns()][m.rows()];
    for (int row = 0, at = 0; row < m.rows(); row++) {
      for (double[] column : columns) {
        column[row] = m.values()[at++];
      }
    }
    return new Columns(columns);
  }

  Matrix matrix() {
    Matrix m = new Matrix(columns[0].length, columns.length);
    float[] values = m.values();
    for (int row = 0, at = 0; row < m.rows(); row++) {
      for (double[] column : columns) {
        values[at++] = (float) column[row];
      }
    }
    return m;
  }

  int count() {
    return columns.length;
  }

  double get(int column, int row) {
    return columns[column][row];
  }

  /** The products of these columns with those of another, made symmetric. */
  double[][] inner(Columns other) {
    double[][] products = new double[count()][count()];
    for (int i = 0; i < count(); i++) {
      for (int j = 0; j < count(); j++) {
        double half = dot(columns[i], other.columns[j]) / 2;
        products[i][j] += half;
        products[j][i] += half;
      }
    }
    return products;
  }

  /** The columns turned into the eigenvectors' directions. */
  Columns turned(SymmetricEigen eigen) {
    double[][] turned = new double[count()][columns[0].length];
    for (int c = 0; c < count(); c++) {
      for (int i = 0; i < count(); i++) {
        add(turned[c], columns[i], eigen.vector(i, c));
      }
    }
    return new Columns(turned);
  }

  /** Makes them so by Gram and Schmidt, twice over; one with nothing of its own becomes zero. */
  Columns orthonormal() {
    for (int c = 0; c < count(); c++) {
      double before = Math.sqrt(dot(columns[c], columns[c]));
      for (int other = 0; other < 2 * c; other++) {
        add(columns[c], columns[other % c], -dot(columns[c], columns[other % c]));
      }
      double length = Math.sqrt(dot(columns[c], columns[c]));
      scale(columns[c], length > 1e-6 * before ? 1 / length : 0);
    }
    return this;
  }

  /** How far the first columns are from another's, squared, at most. */
  double distance2(Columns other, int first) {
    double most = 0;
    for (int c = 0; c < first; c++) {
      double sum = 0;
      for (int d = 0; d < columns[c].length; d++) {
        double by = columns[c][d] - other.columns[c][d];
        sum += by * by;
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  /** A direction is as good as its opposite: its largest element is made positive. */
  void fixSigns() {
    for (double[] column : columns) {
      double largest = 0;
      for (double value : column) {
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      scale(column, largest < 0 ? -1 : 1);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int d = 0; d < to.length; d++) {
      to[d] += times * what[d];
    }
  }

  private static void scale(double[] column, double factor) {
    for (int d = 0; d < column.length; d++) {
      column[d] *= factor;
    }
  }
}
