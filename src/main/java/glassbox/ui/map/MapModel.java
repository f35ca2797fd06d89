package glassbox.ui.map;

import glassbox.analysis.Predictions;
import glassbox.ui.session.Filter;
import glassbox.ui.session.Mapped;
import glassbox.ui.session.Selection;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What is where on the map, and what is picked out there; without a window. */
final class MapModel {
  /** So near to the mouse an image is meant, in points. */
  private static final double REACH = 10;

  private final Drift drift = new Drift();
  private final BitSet hiddenClasses = new BitSet();
  private Filter filter = Filter.ALL;
  private @Nullable Predictions answers;
  private Viewport viewport = new Viewport(0, 0, 1);
  private boolean fitted = true;
  private double width = 1;
  private double height = 1;

  /** The images' places and the newest answers to them; null for none. */
  void show(@Nullable Mapped mapped, @Nullable Predictions newest, long now) {
    answers = newest;
    if (mapped == null || newest == null) {
      drift.clear();
    } else {
      drift.to(mapped, now);
    }
  }

  /** Newer answers to the same images. */
  void answer(Predictions newest) {
    answers = newest;
  }

  void show(Filter which) {
    filter = which;
  }

  boolean isEmpty() {
    return drift.count() == 0 || answers == null;
  }

  Drift drift() {
    return drift;
  }

  @Nullable Predictions answers() {
    return answers;
  }

  /** The screen has another size; what shows all goes on showing all. */
  void resize(double newWidth, double newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    if (fitted) {
      fit();
    }
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  Viewport viewport() {
    return viewport;
  }

  void fit() {
    viewport = Viewport.fitting(width, height);
    fitted = true;
  }

  void move(double right, double down) {
    viewport = viewport.moved(right, down);
    fitted = false;
  }

  void zoom(double factor, double atX, double atY) {
    viewport = viewport.zoomed(factor, atX, atY, Viewport.fitting(width, height));
    fitted = false;
  }

  /** Moves an image into view where it is not. */
  void reveal(int image) {
    int place = placeOf(image);
    if (place >= 0 && !isInView(place)) {
      viewport = viewport.centred(drift.x(place), drift.y(place), width, height);
      fitted = false;
    }
  }

  void setClassShown(int classIndex, boolean shown) {
    hiddenClasses.set(classIndex, !shown);
  }

  /** Whether a place's image can be seen and pointed at. */
  boolean isShown(int place) {
    return answers != null && !hiddenClasses.get(answers.truth(drift.image(place)));
  }

  /** Whether a place's image is one of those that are picked out in all panes. */
  boolean isPicked(int place) {
    return answers != null && filter.lets(answers, drift.image(place));
  }

  boolean isInView(int place) {
    double x = viewport.screenX(drift.x(place));
    double y = viewport.screenY(drift.y(place));
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  /** The image at a point of the screen, or {@link Selection#NONE}; picked ones first. */
  int imageAt(double screenX, double screenY) {
    int best = Selection.NONE;
    double nearest = REACH * REACH;
    for (int place = 0; place < drift.count(); place++) {
      double dx = viewport.screenX(drift.x(place)) - screenX;
      double dy = viewport.screenY(drift.y(place)) - screenY;
      double distance = dx * dx + dy * dy;
      if (distance < nearest && isShown(place) && isPicked(place)) {
        nearest = distance;
        best = drift.image(place);
      }
    }
    return best;
  }

  /** Where an image lies, or -1. */
  int placeOf(int image) {
    for (int place = 0; place < drift.count(); place++) {
      if (drift.image(place) == image) {
        return place;
      }
    }
    return -1;
  }

  /** The nearest image from another one, or from the middle, in a direction of the screen. */
  int next(int image, int right, int down) {
    int from = placeOf(image);
    double fromX = from < 0 ? width / 2 : viewport.screenX(drift.x(from));
    double fromY = from < 0 ? height / 2 : viewport.screenY(drift.y(from));
    int best = image;
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < drift.count(); place++) {
      double dx = viewport.screenX(drift.x(place)) - fromX;
      double dy = viewport.screenY(drift.y(place)) - fromY;
      double ahead = dx * right + dy * down;
      double aside = Math.abs(dx * down) + Math.abs(dy * right);
      double cost = ahead + 2 * aside;
      if (ahead > 0 && ahead >= aside && cost < least && isShown(place) && isPicked(place)) {
        least = cost;
        best = drift.image(place);
      }
    }
    return best;
  }

  /** The shown images within a line around them on the screen. */
  BitSet within(Lasso lasso) {
    BitSet within = new BitSet();
    for (int place = 0; place < drift.count(); place++) {
      double x = viewport.screenX(drift.x(place));
      double y = viewport.screenY(drift.y(place));
      if (isShown(place) && lasso.contains(x, y)) {
        within.set(drift.image(place));
      }
    }
    return within;
  }

  /** The shown images in view. */
  BitSet inView() {
    BitSet seen = new BitSet();
    for (int place = 0; place < drift.count(); place++) {
      if (isShown(place) && isInView(place)) {
        seen.set(drift.image(place));
      }
    }
    return seen;
  }
}
