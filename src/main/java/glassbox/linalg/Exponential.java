package glassbox.linalg;

/**
 * e^x in single precision for x in [-87, 0], as a softmax needs it; 0 below, NaN for NaN. The error
 * is less than 2 units in the last place.
 *
 * <p>x = n ln 2 + r with |r| at most ln 2 / 2, e^x = 2^n e^r, and e^r by a polynomial; reduction
 * and coefficients are those of Cephes' expf (Moshier 1989). Math.exp is more exact, but one call
 * takes as long as eight of these side by side: the loop without branches is one that the compiler
 * turns into vectors by itself. An instance belongs to one thread at a time.
 */
final class Exponential {
  /** Below it the result would be no normal number. */
  private static final float LEAST = -87;

  private static final float LOG2_E = 1.44269504088896341f;

  /** Added and subtracted again, it rounds to the nearest integer: 1.5 times 2^23. */
  private static final float ROUNDER = 12_582_912f;

  /** ln 2 in two parts, the first of so few digits that n times it is exact. */
  private static final float LN_2_HIGH = 0.693359375f;

  private static final float LN_2_LOW = -2.12194440e-4f;
  private static final float C7 = 1.9875691500e-4f;
  private static final float C6 = 1.3981999507e-3f;
  private static final float C5 = 8.3334519073e-3f;
  private static final float C4 = 4.1665795894e-2f;
  private static final float C3 = 1.6666665459e-1f;
  private static final float C2 = 5.0000001201e-1f;

  private float[] x = {};
  private float[] rounded = {};

  /**
   * out = e^(value - the largest of its row), of values [rows x columns]; out may be the values.
   */
  void ofRows(float[] values, int rows, int columns, float[] out) {
    int size = rows * columns;
    if (x.length < size) {
      x = new float[size];
      rounded = new float[size];
    }
    for (int row = 0; row < rows; row++) {
      subtractLargest(values, row * columns, columns, x);
    }
    polynomial(x, size, rounded, out);
    for (int i = 0; i < size; i++) {
      int exponent = (Float.floatToRawIntBits(rounded[i]) << 23) + 0x3f80_0000; // of 2^n
      float e = out[i] * Float.intBitsToFloat(exponent);
      out[i] = x[i] < LEAST ? 0 : e;
    }
  }

  private static void subtractLargest(float[] values, int at, int columns, float[] x) {
    float largest = values[at];
    for (int i = at + 1; i < at + columns; i++) {
      largest = Math.max(largest, values[i]);
    }
    for (int i = at; i < at + columns; i++) {
      x[i] = values[i] - largest;
    }
  }

  /** Sets out to e^r and the lowest bits of rounded to n. */
  private static void polynomial(float[] x, int size, float[] rounded, float[] out) {
    for (int i = 0; i < size; i++) {
      float withN = Math.fma(x[i], LOG2_E, ROUNDER);
      float n = withN - ROUNDER;
      float r = Math.fma(n, -LN_2_LOW, Math.fma(n, -LN_2_HIGH, x[i]));
      float sum = Math.fma(C7, r, C6);
      sum = Math.fma(sum, r, C5);
      sum = Math.fma(sum, r, C4);
      sum = Math.fma(sum, r, C3);
      sum = Math.fma(sum, r, C2);
      out[i] = Math.fma(sum, r * r, r + 1);
      rounded[i] = withN;
    }
  }
}
