package glassbox.ui.controls;

import javafx.scene.control.ScrollBar;

/** Scroll bars of panes that place and paint what they show by themselves; all in points. */
public final class Scrolling {
  private Scrolling() {}

  /** Fits a bar to what there is: it is seen where something is hidden. */
  public static void fit(ScrollBar bar, double hidden, double seen) {
    bar.setVisible(hidden > 0);
    bar.setMax(hidden);
    bar.setVisibleAmount(hidden * seen / Math.max(1, hidden + seen));
    bar.setBlockIncrement(seen);
    to(bar, bar.getValue());
  }

  /** Scrolls to a place, or as near to it as there is. */
  public static void to(ScrollBar bar, double place) {
    bar.setValue(Math.clamp(place, 0, bar.getMax()));
  }

  /** Scrolls as little as is needed for a stretch to be seen, or its beginning. */
  public static void reveal(ScrollBar bar, double start, double size, double seen) {
    double least = start + size - seen;
    to(bar, Math.clamp(bar.getValue(), least, Math.max(least, start)));
  }
}
