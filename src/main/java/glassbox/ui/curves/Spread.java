package glassbox.ui.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps labels of one height from lying on each other. */
final class Spread {
  private static final double GAP = 4;

  private final double height;
  private final double limit;
  private final List<Place> places = new ArrayList<>();

  private record Place(double left, double right, double top) {}

  /**
   * An empty room.
   *
   * @param height of a label
   * @param limit lower edge of the room, whose upper edge is 0
   */
  Spread(double height, double limit) {
    this.height = height;
    this.limit = limit;
  }

  double height() {
    return height;
  }

  /**
   * Places one more label.
   *
   * @param wanted where its upper edge would best be
   * @return its upper edge, the nearest that is free; the wanted one where none is
   */
  double place(double left, double right, double wanted) {
    double within = Math.clamp(wanted, 0, Math.max(0, limit - height));
    List<Place> beside =
        places.stream().filter(place -> place.left() < right && left < place.right()).toList();
    double top =
        Stream.concat(
                Stream.of(within),
                beside.stream().flatMap(p -> Stream.of(p.top() - height, p.top() + height)))
            .filter(y -> y >= 0 && y <= limit - height)
            .filter(y -> beside.stream().noneMatch(p -> Math.abs(p.top() - y) < height - 1e-6))
            .min(Comparator.comparingDouble(y -> Math.abs(y - within)))
            .orElse(within);
    places.add(new Place(left, right, top));
    return top;
  }

  /**
   * Puts words beside vertical lines, behind them or, where there is no room, before them; the
   * first ones first.
   *
   * @param lines where the lines are, rising
   * @param widths how long the words are
   * @param limit right edge of the room, whose left edge is 0
   * @return their left edges; NaN for those that there is no room for
   */
  static double[] beside(double[] lines, double[] widths, double limit) {
    double[] lefts = new double[lines.length];
    double free = 0;
    for (int i = 0; i < lines.length; i++) {
      double behind = lines[i] + GAP;
      double before = lines[i] - GAP - widths[i];
      if (behind >= free && behind + widths[i] <= limit) {
        lefts[i] = behind;
      } else {
        lefts[i] = before >= free && before + widths[i] <= limit ? before : Double.NaN;
      }
      if (!Double.isNaN(lefts[i])) {
        free = lefts[i] + widths[i] + GAP;
      }
    }
    return lefts;
  }
}
