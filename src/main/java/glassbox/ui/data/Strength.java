package glassbox.ui.data;

import glassbox.data.Augmentation;
import glassbox.data.Augmentation.Cutout;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One number of an augmentation: what it is called, how far it goes, how it is set. */
enum Strength {
  ROTATE("rotate", "°", 180, 0.5, "Turned by up to so many degrees, either way", a -> a.rotate()),
  SCALE(
      "scale",
      "",
      1,
      0.01,
      "Width and height apart, larger or smaller: the bound of their logarithm",
      a -> a.scale()),
  SHEAR("shear", "", 1, 0.01, "Columns moved by up to this share of their row", a -> a.shear()),
  SHIFT("shift", "px", Strength.SIDE, 0.1, "Moved by up to so many pixels", a -> a.shift()),
  ELASTIC(
      "elastic",
      "px",
      Math.min(Strength.SIDE, 64),
      0.05,
      "Smooth random bends: root mean square, in pixels",
      a -> a.elastic()),
  FLIP("flip", "%", 1, 0.01, "Probability of being mirrored left to right", a -> a.flip()),
  CUTOUT_SIZE(
      "cut-out",
      "px",
      Strength.SIDE,
      1,
      "Side of a square that is blackened; 0: none",
      a -> cutout(a).size()),
  CUTOUT_PROBABILITY(
      "cut-out in",
      "%",
      1,
      0.01,
      "Share of the images that have one",
      a -> cutout(a).probability()),
  CLEAN("clean", "%", 1, 0.01, "Share of the images that is left as it is", a -> a.clean()),
  WEAK_EPOCHS(
      "weak epochs", "%", 1, 0.01, "The last share of the epochs is weaker", a -> a.weakEpochs()),
  WEAK_STRENGTH(
      "weak strength",
      "%",
      1,
      0.01,
      "By what the first five are multiplied there",
      a -> a.weakStrength());

  /** Up to the side of an image. */
  static final int SIDE = 1024;

  /** No square is blackened: a size that no cut-out has. */
  private record Square(int size, double probability) {}

  final String words;
  final String help;
  private final String unit;
  private final double most;
  private final double step;
  private final ToDoubleFunction<Augmentation> reader;

  Strength(
      String words,
      String unit,
      double most,
      double step,
      String help,
      ToDoubleFunction<Augmentation> reader) {
    this.words = words;
    this.unit = unit;
    this.most = most;
    this.step = step;
    this.help = help;
    this.reader = reader;
  }

  private static Square cutout(Augmentation augmentation) {
    Cutout cutout = augmentation.cutout();
    return cutout == null ? new Square(0, 0.5) : new Square(cutout.size(), cutout.probability());
  }

  double of(Augmentation augmentation) {
    return reader.applyAsDouble(augmentation);
  }

  /** The largest value for images of so many pixels a side. */
  double most(int side) {
    return unit.equals("px") ? Math.min(most, side) : most;
  }

  /**
   * The value at a place of a slider: small strengths, which matter most, have most of its way.
   *
   * @param share of the way, in [0, 1]
   */
  double at(double share, int side) {
    double bent = isShare() ? share : share * share;
    return Math.round(bent * most(side) / step) * step;
  }

  /** The place of a value on a slider, in [0, 1]. */
  double place(double value, int side) {
    double share = Math.clamp(value / most(side), 0, 1);
    return isShare() ? share : Math.sqrt(share);
  }

  private boolean isShare() {
    return unit.equals("%");
  }

  String text(double value) {
    if (isShare()) {
      return String.format(Locale.ROOT, "%.0f %%", 100 * value);
    }
    String number = step >= 1 ? "%.0f" : step >= 0.1 ? "%.1f" : "%.2f";
    String shown = String.format(Locale.ROOT, number, value);
    return unit.isEmpty() ? shown : shown + (unit.equals("°") ? unit : " " + unit);
  }

  /** The augmentation with this number set. */
  Augmentation set(Augmentation a, double to) {
    Square square = cutout(a);
    int size = this == CUTOUT_SIZE ? (int) to : square.size();
    double probability = this == CUTOUT_PROBABILITY ? to : square.probability();
    return new Augmentation(
        this == ROTATE ? to : a.rotate(),
        this == SCALE ? to : a.scale(),
        this == SHEAR ? to : a.shear(),
        this == SHIFT ? to : a.shift(),
        this == ELASTIC ? to : a.elastic(),
        this == FLIP ? to : a.flip(),
        size == 0 ? null : new Cutout(size, probability),
        this == CLEAN ? to : a.clean(),
        this == WEAK_EPOCHS ? to : a.weakEpochs(),
        this == WEAK_STRENGTH ? to : a.weakStrength());
  }
}
