package glassbox.ui.curves;

/**
 * The area in which lines are drawn, in points from its upper left corner.
 *
 * @param ends the steps at its left and right edges
 * @param scale of the values over its height
 */
record Plot(StepRange.Ends ends, Scale scale, double width, double height) {
  double x(double step) {
    return (step - ends.lower()) / ends.width() * width;
  }

  double y(double value) {
    return scale.position(value);
  }

  /** Whether a step is within; one that is no number is not. */
  boolean holds(double step) {
    return step >= ends.lower() && step <= ends.upper();
  }
}
