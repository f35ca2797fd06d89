package glassbox.ui.curves;

/** The moving average of a line, as far as it has been worked out. */
final class SmoothedLine {
  private final MovingAverage average;
  private final Pyramid line = new Pyramid();

  SmoothedLine(double smoothing) {
    average = new MovingAverage(smoothing);
  }

  double smoothing() {
    return average.smoothing();
  }

  Pyramid line() {
    return line;
  }

  /** Goes on as far as the raw line and the allowance reach; says whether it is complete. */
  boolean follow(Pyramid raw, Allowance allowance) {
    int end = line.size() + allowance.take(raw.size() - line.size());
    while (line.size() < end) {
      line.add((float) average.next(raw.get(line.size())));
    }
    return line.size() == raw.size();
  }
}
