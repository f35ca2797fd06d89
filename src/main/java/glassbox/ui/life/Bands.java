package glassbox.ui.life;

import glassbox.analysis.Life;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The classes whose probabilities are stacked: the true one at the bottom, then by their sums. */
final class Bands {
  /** A class that never has more is left out. */
  private static final float LEAST = 0.04f;

  private final Life life;
  private final List<Integer> classes = new ArrayList<>();

  Bands(Life life) {
    this.life = life;
    int all = life.shares().length == 0 ? 0 : life.shares()[0].length;
    for (int c = 0; c < all; c++) {
      if (c == life.truth() || most(c) >= LEAST) {
        classes.add(c);
      }
    }
    classes.sort(
        Comparator.comparingInt((Integer c) -> c == life.truth() ? 0 : 1)
            .thenComparingDouble(c -> -sum(c)));
  }

  private float most(int c) {
    float most = 0;
    for (float[] moment : life.shares()) {
      most = Math.max(most, moment[c]);
    }
    return most;
  }

  private double sum(int c) {
    double sum = 0;
    for (float[] moment : life.shares()) {
      sum += moment[c];
    }
    return sum;
  }

  /** From the bottom to the top. */
  List<Integer> classes() {
    return classes;
  }

  /** How high the bands up to this one reach at a moment, in [0, 1]. */
  double top(int band, int moment) {
    double top = 0;
    for (int b = 0; b <= band; b++) {
      top += life.shares()[moment][classes.get(b)];
    }
    return Math.min(1, top);
  }

  /** The moment at which a band is thickest. */
  int thickest(int band) {
    int thickest = 0;
    for (int moment = 1; moment < life.steps().length; moment++) {
      if (share(band, moment) > share(band, thickest)) {
        thickest = moment;
      }
    }
    return thickest;
  }

  float share(int band, int moment) {
    return life.shares()[moment][classes.get(band)];
  }
}
