package glassbox.ui.curves;

import java.util.ArrayList;
import java.util.List;

/** Stretches of steps whose value was no number, or infinite. */
final class Gaps {
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * A stretch.
   *
   * @param from its first step, counted from 0
   * @param to the step behind its last
   */
  record Gap(int from, int to) {
    double middle() {
      return (from + 1 + to) / 2.0;
    }
  }

  /** Adds a step behind all others. */
  void add(int step) {
    boolean grows = !gaps.isEmpty() && gaps.getLast().to() == step;
    if (grows) {
      gaps.add(new Gap(gaps.removeLast().from(), step + 1));
    } else {
      gaps.add(new Gap(step, step + 1));
    }
  }

  List<Gap> all() {
    return gaps;
  }
}
