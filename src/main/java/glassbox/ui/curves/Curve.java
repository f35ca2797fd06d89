package glassbox.ui.curves;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One measure of one run: each step's value and its moving average, ready to be drawn at any size.
 * The value of step i, counted from 0, stands at i + 1: so many steps are done with it.
 */
final class Curve {
  private final Pyramid raw = new Pyramid();
  private final Gaps gaps = new Gaps();
  private SmoothedLine smoothed;
  private @Nullable SmoothedLine next;

  Curve(double smoothing) {
    smoothed = new SmoothedLine(smoothing);
  }

  /** Takes the steps up to size that it has not seen yet, as far as the allowance reaches. */
  void read(int size, IntToDoubleFunction valueOfStep, Allowance allowance) {
    int end = raw.size() + allowance.take(size - raw.size());
    while (raw.size() < end) {
      int step = raw.size();
      double value = valueOfStep.applyAsDouble(step);
      if (!Double.isFinite(value)) {
        gaps.add(step);
      }
      raw.add(Double.isFinite(value) ? (float) value : Float.NaN);
    }
    // What has been read is always smoothed: a line would else be shorter than its values.
    smoothed.follow(raw, new Allowance(Integer.MAX_VALUE));
  }

  /**
   * Works towards another smoothing. Until it is complete the former line stays, and a smoothing
   * asked for meanwhile waits: so a slider that does not rest still shows something.
   *
   * @return whether the line is another one now
   */
  boolean smooth(double smoothing, Allowance allowance) {
    if (next == null && smoothing != smoothed.smoothing()) {
      next = new SmoothedLine(smoothing);
    }
    if (next != null && next.follow(raw, allowance)) {
      smoothed = next;
      next = null;
      return true;
    }
    return false;
  }

  int steps() {
    return raw.size();
  }

  Pyramid raw() {
    return raw;
  }

  Pyramid smoothed() {
    return smoothed.line();
  }

  Gaps gaps() {
    return gaps;
  }

  /** The moving average after so many steps, between two steps on the line that joins them. */
  double smoothedAt(double steps) {
    return between(smoothed.line(), steps);
  }

  /** A value after so many steps; NaN outside the line and in a gap. */
  static double between(Pyramid line, double steps) {
    double at = steps - 1;
    int i = (int) Math.floor(at);
    if (i < 0 || i >= line.size()) {
      return Double.NaN;
    }
    double share = at - i;
    if (share == 0) {
      return line.get(i);
    }
    return i + 1 == line.size()
        ? Double.NaN
        : line.get(i) + share * (line.get(i + 1) - line.get(i));
  }

  /** The newest moving average that is a number; NaN before the first. */
  double now() {
    Pyramid line = smoothed.line();
    int i = line.size() - 1;
    while (i >= 0 && Float.isNaN(line.get(i))) {
      i--;
    }
    return i < 0 ? Double.NaN : line.get(i);
  }
}
