package glassbox.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The updates of {@link PlainUpdates} by whole vectors: the same operations, each rounded by
 * itself, so the same bits. What is left at the end of a row is done by a vector of which only the
 * lanes in range are read and written.
 */
final class SimdUpdates implements Updates {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final int WIDTH = LANES.length();

  @Override
  public boolean descend(float[] w, int columns, GradientBlock g, float rate, float decay) {
    float[] gradient = g.values;
    boolean contiguous = g.isContiguous(columns);
    int rows = contiguous ? 1 : g.rows;
    int width = contiguous ? g.rows * g.columns : g.columns;
    int whole = LANES.loopBound(width);
    VectorMask<Float> inRange = LANES.indexInRange(0, width - whole);
    FloatVector zero = FloatVector.zero(LANES);
    boolean finite = true;
    for (int row = 0; row < rows; row++) {
      int i = g.weightAt(columns) + row * columns;
      int k = g.at + row * g.stride;
      FloatVector zeros = FloatVector.zero(LANES);
      for (int end = i + whole; i < end; i += WIDTH, k += WIDTH) {
        FloatVector x = FloatVector.fromArray(LANES, w, i);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k).add(x.mul(decay));
        x = x.sub(h.mul(rate));
        x.intoArray(w, i);
        zeros = x.fma(zero, zeros);
      }
      finite &= areZeros(zeros);
      if (whole < width) {
        FloatVector x = FloatVector.fromArray(LANES, w, i, inRange);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k, inRange).add(x.mul(decay));
        x = x.sub(h.mul(rate));
        x.intoArray(w, i, inRange);
        finite &= x.mul(0f).reduceLanes(VectorOperators.ADD, inRange) == 0;
      }
    }
    return finite;
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
    boolean contiguous = g.isContiguous(columns);
    int rows = contiguous ? 1 : g.rows;
    int width = contiguous ? g.rows * g.columns : g.columns;
    int whole = LANES.loopBound(width);
    VectorMask<Float> inRange = LANES.indexInRange(0, width - whole);
    FloatVector zero = FloatVector.zero(LANES);
    boolean finite = true;
    for (int row = 0; row < rows; row++) {
      int i = g.weightAt(columns) + row * columns;
      int k = g.at + row * g.stride;
      FloatVector zeros = FloatVector.zero(LANES);
      for (int end = i + whole; i < end; i += WIDTH, k += WIDTH) {
        FloatVector x = FloatVector.fromArray(LANES, w, i);
        FloatVector v0 = FloatVector.fromArray(LANES, v, i);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k).add(x.mul(decay));
        v0 = v0.mul(momentum).add(h);
        x = x.sub(h.mul(now).add(v0.mul(ahead)).mul(rate));
        v0.intoArray(v, i);
        x.intoArray(w, i);
        zeros = x.fma(zero, zeros);
      }
      finite &= areZeros(zeros);
      if (whole < width) {
        FloatVector x = FloatVector.fromArray(LANES, w, i, inRange);
        FloatVector v0 = FloatVector.fromArray(LANES, v, i, inRange);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k, inRange).add(x.mul(decay));
        v0 = v0.mul(momentum).add(h);
        x = x.sub(h.mul(now).add(v0.mul(ahead)).mul(rate));
        v0.intoArray(v, i, inRange);
        x.intoArray(w, i, inRange);
        finite &= x.mul(0f).reduceLanes(VectorOperators.ADD, inRange) == 0;
      }
    }
    return finite;
  }

  @Override
  public boolean rmsProp(float[] w, float[] s, int columns, GradientBlock g, float[] f) {
    float[] gradient = g.values;
    float rate = f[0];
    float decay = f[1];
    float past = f[2];
    float fresh = f[3];
    float epsilon = f[4];
    boolean contiguous = g.isContiguous(columns);
    int rows = contiguous ? 1 : g.rows;
    int width = contiguous ? g.rows * g.columns : g.columns;
    int whole = LANES.loopBound(width);
    VectorMask<Float> inRange = LANES.indexInRange(0, width - whole);
    FloatVector zero = FloatVector.zero(LANES);
    boolean finite = true;
    for (int row = 0; row < rows; row++) {
      int i = g.weightAt(columns) + row * columns;
      int k = g.at + row * g.stride;
      FloatVector zeros = FloatVector.zero(LANES);
      for (int end = i + whole; i < end; i += WIDTH, k += WIDTH) {
        FloatVector x = FloatVector.fromArray(LANES, w, i);
        FloatVector s0 = FloatVector.fromArray(LANES, s, i);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k).add(x.mul(decay));
        s0 = s0.mul(past).add(h.mul(fresh).mul(h));
        x = x.sub(h.div(s0.sqrt().add(epsilon)).mul(rate));
        s0.intoArray(s, i);
        x.intoArray(w, i);
        zeros = x.fma(zero, zeros);
      }
      finite &= areZeros(zeros);
      if (whole < width) {
        FloatVector x = FloatVector.fromArray(LANES, w, i, inRange);
        FloatVector s0 = FloatVector.fromArray(LANES, s, i, inRange);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k, inRange).add(x.mul(decay));
        s0 = s0.mul(past).add(h.mul(fresh).mul(h));
        x = x.sub(h.div(s0.sqrt().add(epsilon)).mul(rate));
        s0.intoArray(s, i, inRange);
        x.intoArray(w, i, inRange);
        finite &= x.mul(0f).reduceLanes(VectorOperators.ADD, inRange) == 0;
      }
    }
    return finite;
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
    boolean contiguous = g.isContiguous(columns);
    int rows = contiguous ? 1 : g.rows;
    int width = contiguous ? g.rows * g.columns : g.columns;
    int whole = LANES.loopBound(width);
    VectorMask<Float> inRange = LANES.indexInRange(0, width - whole);
    FloatVector zero = FloatVector.zero(LANES);
    boolean finite = true;
    for (int row = 0; row < rows; row++) {
      int i = g.weightAt(columns) + row * columns;
      int k = g.at + row * g.stride;
      FloatVector zeros = FloatVector.zero(LANES);
      for (int end = i + whole; i < end; i += WIDTH, k += WIDTH) {
        FloatVector x = FloatVector.fromArray(LANES, w, i);
        FloatVector s0 = FloatVector.fromArray(LANES, s, i);
        FloatVector v0 = FloatVector.fromArray(LANES, v, i);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k).add(x.mul(decay));
        s0 = s0.mul(past).add(h.mul(fresh).mul(h));
        v0 = v0.mul(momentum).add(h.div(s0.sqrt().add(epsilon)));
        x = x.sub(v0.mul(rate));
        s0.intoArray(s, i);
        v0.intoArray(v, i);
        x.intoArray(w, i);
        zeros = x.fma(zero, zeros);
      }
      finite &= areZeros(zeros);
      if (whole < width) {
        FloatVector x = FloatVector.fromArray(LANES, w, i, inRange);
        FloatVector s0 = FloatVector.fromArray(LANES, s, i, inRange);
        FloatVector v0 = FloatVector.fromArray(LANES, v, i, inRange);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k, inRange).add(x.mul(decay));
        s0 = s0.mul(past).add(h.mul(fresh).mul(h));
        v0 = v0.mul(momentum).add(h.div(s0.sqrt().add(epsilon)));
        x = x.sub(v0.mul(rate));
        s0.intoArray(s, i, inRange);
        v0.intoArray(v, i, inRange);
        x.intoArray(w, i, inRange);
        finite &= x.mul(0f).reduceLanes(VectorOperators.ADD, inRange) == 0;
      }
    }
    return finite;
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
    boolean contiguous = g.isContiguous(columns);
    int rows = contiguous ? 1 : g.rows;
    int width = contiguous ? g.rows * g.columns : g.columns;
    int whole = LANES.loopBound(width);
    VectorMask<Float> inRange = LANES.indexInRange(0, width - whole);
    FloatVector zero = FloatVector.zero(LANES);
    boolean finite = true;
    for (int row = 0; row < rows; row++) {
      int i = g.weightAt(columns) + row * columns;
      int k = g.at + row * g.stride;
      FloatVector zeros = FloatVector.zero(LANES);
      for (int end = i + whole; i < end; i += WIDTH, k += WIDTH) {
        FloatVector x = FloatVector.fromArray(LANES, w, i);
        FloatVector m0 = FloatVector.fromArray(LANES, m, i);
        FloatVector v0 = FloatVector.fromArray(LANES, v, i);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k).add(x.mul(decay));
        m0 = m0.mul(beta1).add(h.mul(fresh1));
        v0 = v0.mul(beta2).add(h.mul(fresh2).mul(h));
        x = x.mul(kept).sub(m0.mul(size).div(v0.sqrt().mul(root).add(epsilon)));
        m0.intoArray(m, i);
        v0.intoArray(v, i);
        x.intoArray(w, i);
        zeros = x.fma(zero, zeros);
      }
      finite &= areZeros(zeros);
      if (whole < width) {
        FloatVector x = FloatVector.fromArray(LANES, w, i, inRange);
        FloatVector m0 = FloatVector.fromArray(LANES, m, i, inRange);
        FloatVector v0 = FloatVector.fromArray(LANES, v, i, inRange);
        FloatVector h = FloatVector.fromArray(LANES, gradient, k, inRange).add(x.mul(decay));
        m0 = m0.mul(beta1).add(h.mul(fresh1));
        v0 = v0.mul(beta2).add(h.mul(fresh2).mul(h));
        x = x.mul(kept).sub(m0.mul(size).div(v0.sqrt().mul(root).add(epsilon)));
        m0.intoArray(m, i, inRange);
        v0.intoArray(v, i, inRange);
        x.intoArray(w, i, inRange);
        finite &= x.mul(0f).reduceLanes(VectorOperators.ADD, inRange) == 0;
      }
    }
    return finite;
  }

  /** 0 · w is 0 where w is finite and NaN where it is not, which every later sum keeps. */
  private static boolean areZeros(FloatVector sums) {
    return sums.reduceLanes(VectorOperators.ADD) == 0;
  }
}
