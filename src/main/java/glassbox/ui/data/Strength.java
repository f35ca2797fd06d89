package glassbox.ui.data;

import glassbox.data.Augmentation;
import glassbox.data.Augmentation.Cutout;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One number of an augmentation: what it is called, how far it goes, how it is set. */
enum Strength {
  ROTATE("°", 180, 0.5, a -> a.rotate()),
  SCALE("", 1, 0.01, a -> a.scale()),
  SHEAR("", 1, 0.01, a -> a.shear()),
  SHIFT("px", Strength.SIDE, 0.1, a -> a.shift()),
  ELASTIC("px", Math.min(Strength.SIDE, 64), 0.05, a -> a.elastic()),
  FLIP("%", 1, 0.01, a -> a.flip()),
  CUTOUT_SIZE("px", Strength.SIDE, 1, a -> cutout(a).size()),
  CUTOUT_PROBABILITY("%", 1, 0.01, a -> cutout(a).probability()),
  CLEAN("%", 1, 0.01, a -> a.clean()),
  WEAK_EPOCHS("%", 1, 0.01, a -> a.weakEpochs()),
  WEAK_STRENGTH("%", 1, 0.01, a -> a.weakStrength());

  /** Up to the side of an image. */
  static final int SIDE = 1024;

  /** No square is blackened: a size that no cut-out has. */
  private record Square(int size, double probability) {}

  private final String unit;
  private final double most;
  private final double step;
  private final ToDoubleFunction<Augmentation> reader;

  Strength(String unit, double most, double step, ToDoubleFunction<Augmentation> reader) {

    this.unit = unit;
    this.most = most;
    this.step = step;

    this.reader = reader;
  }

  /** Its name in ids and in the files of words. */
  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String words() {
    return Words.of("data.strength." + word());
  }

  String help() {
    return Words.of("data.strength." + word() + ".help");
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
      return Figures.percent(value, 0);
    }
    String shown = Figures.decimal(value, step >= 1 ? 0 : step >= 0.1 ? 1 : 2);
    return unit.isEmpty()
        ? shown
        : Words.made(() -> Words.anew(shown) + (unit.equals("°") ? unit : " " + unit));
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
