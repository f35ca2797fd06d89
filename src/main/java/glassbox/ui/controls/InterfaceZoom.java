package glassbox.ui.controls;

import java.util.List;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How large the whole interface is: text, spacing, controls, pictures and popups alike. */
public final class InterfaceZoom {
  /** In percent, from the smallest. */
  public static final List<Integer> STEPS = List.of(75, 90, 100, 110, 125, 150, 175, 200, 250);

  /** Its own size. */
  public static final int USUAL = 100;

  private final IntegerProperty percent =
      new SimpleIntegerProperty(this, "percent", USUAL) {
        @Override
        public void set(int wanted) {
          super.set(nearest(wanted));
        }
      };

  private static int nearest(int wanted) {
    int nearest = USUAL;
    for (int step : STEPS) {
      if (Math.abs(step - wanted) < Math.abs(nearest - wanted)) {
        nearest = step;
      }
    }
    return nearest;
  }

  /** One of {@link #STEPS}; set to anything else it takes the nearest of them. */
  public IntegerProperty percentProperty() {
    return percent;
  }

  /** The same as a factor. */
  public DoubleBinding factor() {
    return percent.divide(100.0);
  }

  public void larger() {
    move(1);
  }

  public void smaller() {
    move(-1);
  }

  /** Back to its own size. */
  public void reset() {
    percent.set(USUAL);
  }

  private void move(int by) {
    int to = Math.clamp(STEPS.indexOf(percent.get()) + by, 0, STEPS.size() - 1);
    percent.set(STEPS.get(to));
  }
}
