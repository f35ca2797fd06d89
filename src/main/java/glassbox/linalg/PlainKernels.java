package glassbox.linalg;

import java.util.Arrays;

/** The product as one would write it down: the reference that {@link SimdKernels} must equal. */
final class PlainKernels implements Kernels {
  private final Updates updates = new PlainUpdates();

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Updates updates() {
    return updates;
  }

  @Override
  public boolean mightSkip(Product product, int rows) {
    return false;
  }

  /** Zeros are multiplied like other numbers. */
  @Override
  public boolean skipZeros(Product product, int rows, NonZeroBits bits) {
    return false;
  }

  @Override
  public void multiply(Product p, int from, int to, int fromColumn, int toColumn) {
    p.startRows(from, to, fromColumn, toColumn);
    for (int i = from; i < to; i++) {
      for (int k = 0; k < p.inner; k++) {
        float scale = p.left[i * p.leftRow + k];
        if (p.rightTransposed) {
          addScaledColumn(p, scale, k, i * p.columns, fromColumn, toColumn);
        } else {
          addScaled(p, scale, k * p.columns, i * p.columns, fromColumn, toColumn);
        }
      }
    }
  }

  /** out row += scale * right row, in these columns. */
  private static void addScaled(
      Product p, float scale, int right, int row, int fromColumn, int toColumn) {
    for (int j = fromColumn; j < toColumn; j++) {
      p.out[row + j] = Math.fma(scale, p.right[right + j], p.out[row + j]);
    }
  }

  /** The same with a row of a right factor that is stored as a column. */
  private static void addScaledColumn(
      Product p, float scale, int right, int row, int fromColumn, int toColumn) {
    for (int j = fromColumn; j < toColumn; j++) {
      p.out[row + j] = Math.fma(scale, p.right[right + j * p.inner], p.out[row + j]);
    }
  }

  @Override
  public void multiplySparse(
      NonZeros x, Product p, Strip right, int chunk, int fromColumn, int toColumn) {
    p.startRows(x.firstRow(chunk), x.endRow(chunk), fromColumn, toColumn);
    for (int g = 0; g < x.groups(); g++) {
      int list = chunk * x.groups() + g;
      int first = list * NonZeros.CHUNK;
      for (int e = first; e < first + x.counts[list]; e++) {
        int row = (x.firstRow(chunk) + x.rowOf[e]) * p.columns;
        for (int c = 0; c < NonZeros.GROUP; c++) {
          float scale = x.values[e * NonZeros.GROUP + c];
          int weights = (g * NonZeros.GROUP + c) * right.row - right.firstColumn;
          for (int j = fromColumn; j < toColumn; j++) {
            p.out[row + j] = Math.fma(scale, right.values[weights + j], p.out[row + j]);
          }
        }
      }
    }
  }

  @Override
  public void multiplySparseTransposed(NonZeros x, Product p, GradientBlock block) {
    for (int row = 0; row < block.rows; row++) {
      int at = block.at + row * block.stride;
      Arrays.fill(block.values, at, at + block.columns, 0f);
    }
    int firstGroup = block.firstRow / NonZeros.GROUP;
    for (int chunk = 0; chunk < x.chunks(); chunk++) {
      for (int row = 0; row < block.rows; row++) {
        int list = chunk * x.groups() + firstGroup + row / NonZeros.GROUP;
        int out = block.at + row * block.stride;
        for (int e = list * NonZeros.CHUNK; e < list * NonZeros.CHUNK + x.counts[list]; e++) {
          float value = x.values[e * NonZeros.GROUP + row % NonZeros.GROUP];
          int right = (x.firstRow(chunk) + x.rowOf[e]) * p.columns + block.firstColumn;
          for (int j = 0; j < block.columns; j++) {
            block.values[out + j] = Math.fma(value, p.right[right + j], block.values[out + j]);
          }
        }
      }
    }
  }

  @Override
  public void transpose(
      float[] from, int at, int stride, int rows, int columns, float[] to, int toAt, int toStride) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to[toAt + c * toStride + r] = from[at + r * stride + c];
      }
    }
  }

  @Override
  public boolean allFinite(float[] values, int at, int stride, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!Float.isFinite(values[at + row * stride + column])) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void columnSums(float[] values, int rows, int columns, float[] sums) {
    Arrays.fill(sums, 0f);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sums[column] += values[row * columns + column];
      }
    }
  }

  /**
   * Half of all y behind a ReLU are 0, in no order that a processor could guess, so this does
   * without a branch: the bits of dy are kept by a mask of ones, or blanked by one of zeros. The
   * bits of y are an integer that is 0 at 0; it or its negative has the highest bit set elsewhere.
   */
  @Override
  public void keepWherePositive(float[] y, float[] dy, float[] out, int size) {
    for (int i = 0; i < size; i++) {
      int bits = Float.floatToRawIntBits(y[i]);
      int mask = (bits | -bits) >> 31;
      out[i] = Float.intBitsToFloat(Float.floatToRawIntBits(dy[i]) & mask);
    }
  }

  /** One number at a time, in eight chains. */
  @Override
  public Fma multiplyAndAdd(int times) {
    float a = 0.999f;
    float b = 0.001f;
    float s0 = b;
    float s1 = b;
    float s2 = b;
    float s3 = b;
    float s4 = b;
    float s5 = b;
    float s6 = b;
    float s7 = b;
    for (int i = 0; i < times; i++) {
      s0 = Math.fma(s0, a, b);
      s1 = Math.fma(s1, a, b);
      s2 = Math.fma(s2, a, b);
      s3 = Math.fma(s3, a, b);
      s4 = Math.fma(s4, a, b);
      s5 = Math.fma(s5, a, b);
      s6 = Math.fma(s6, a, b);
      s7 = Math.fma(s7, a, b);
    }
    return new Fma(2.0 * 8 * times, s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7);
  }
}
