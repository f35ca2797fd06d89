package glassbox.linalg;

/**
 * e^x in single precision for x in [-87, 0], as a softmax needs it; 0 below, NaN for NaN. The error
 * is less than 2 units in the last place.
 *
 * <p>x = n ln 2 + r with |r| at most ln 2 / 2, e^x = 2^n e^r, and e^r by a polynomial; reduction
 * and coefficients are those of Cephes' expf (Moshier 1989). Math.exp is more exact, but takes as
 * long as eight of these side by side. {@link SimdKernels} does the same operations in the same
 * order, so both kernels give the same bits.
 */
final class Exponential {
  /** Below it the result would be no normal number. */
  static final float LEAST = -87;

  static final float LOG2_E = 1.44269504088896341f;

  /** Added and subtracted again, it rounds to the nearest integer: 1.5 times 2^23. */
  static final float ROUNDER = 12_582_912f;

  /** ln 2 in two parts, the first of so few digits that n times it is exact. */
  static final float LN_2_HIGH = 0.693359375f;

  static final float LN_2_LOW = -2.12194440e-4f;
  static final float C7 = 1.9875691500e-4f;
  static final float C6 = 1.3981999507e-3f;
  static final float C5 = 8.3334519073e-3f;
  static final float C4 = 4.1665795894e-2f;
  static final float C3 = 1.6666665459e-1f;
  static final float C2 = 5.0000001201e-1f;

  private Exponential() {}

  static float of(float x) {
    if (x < LEAST) {
      return 0;
    }
    float rounded = Math.fma(x, LOG2_E, ROUNDER);
    float n = rounded - ROUNDER;
    float r = Math.fma(n, -LN_2_LOW, Math.fma(n, -LN_2_HIGH, x));
    float sum = Math.fma(C7, r, C6);
    sum = Math.fma(sum, r, C5);
    sum = Math.fma(sum, r, C4);
    sum = Math.fma(sum, r, C3);
    sum = Math.fma(sum, r, C2);
    sum = Math.fma(sum, r * r, r + 1);
    int exponent = (Float.floatToRawIntBits(rounded) << 23) + 0x3f80_0000; // of 2^n
    return sum * Float.intBitsToFloat(exponent);
  }
}
