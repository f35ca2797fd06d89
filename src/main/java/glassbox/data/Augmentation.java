package glassbox.data;

import org.jspecify.annotations.Nullable;

/**
 * How training images are changed each time they are learned, so that a network sees no image
 * twice. Every strength v is the bound of a number that is drawn for each image; 0 switches it off.
 *
 * @param rotate degrees, uniform in ±v; v in [0, 180]
 * @param scale width and height apart, times the exponential of a uniform in ±v; v in [0, 1]
 * @param shear columns moved by a share of their row, uniform in ±v; v in [0, 1]
 * @param shift pixels, across and down apart, uniform in ±v; v in [0, 1024]
 * @param elastic pixels by which the points of an image move apart from each other, root mean
 *     square along each axis; in [0, 64]
 * @param flip probability of being mirrored left to right, in [0, 1]
 * @param cutout what is blackened; null for nothing
 * @param clean share of the images that is left untouched, in [0, 1]
 * @param weakEpochs share of the epochs, at the end, that is weaker, in [0, 1]
 * @param weakStrength by what rotation, scale, shear, shift and elastic are multiplied there, in
 *     [0, 1]
 */
public record Augmentation(
    double rotate,
    double scale,
    double shear,
    double shift,
    double elastic,
    double flip,
    @Nullable Cutout cutout,
    double clean,
    double weakEpochs,
    double weakStrength) {

  /** Nothing is changed. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, null, 0, 0, 0.5);

  /**
   * A square that is blackened (DeVries and Taylor 2017); its middle is anywhere in the image, so
   * part of it may be outside.
   *
   * @param size pixels of a side, in [1, 1024]
   * @param probability that an image has one, in [0, 1]
   */
  public record Cutout(int size, double probability) {
    public Cutout {
      require(size >= 1 && size <= 1024, "cutout.size", "in [1, 1024]", size);
      share("cutout.probability", probability);
    }
  }

  public Augmentation {
    require(rotate >= 0 && rotate <= 180, "rotate", "in [0, 180]", rotate);
    share("scale", scale);
    share("shear", shear);
    require(shift >= 0 && shift <= 1024, "shift", "in [0, 1024]", shift);
    require(elastic >= 0 && elastic <= 64, "elastic", "in [0, 64]", elastic);
    share("flip", flip);
    share("clean", clean);
    share("weakEpochs", weakEpochs);
    share("weakStrength", weakStrength);
  }

  private static void share(String key, double value) {
    require(value >= 0 && value <= 1, key, "in [0, 1]", value);
  }

  private static void require(boolean holds, String key, String rule, Number value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "augmentation.%s must be %s, got %s".formatted(key, rule, value));
    }
  }

  /**
   * Checks what can only be known beside the images.
   *
   * @throws IllegalArgumentException naming the key, the rule and the value
   */
  public void requireFits(ImageSet images) {
    int side = images.width();
    if (images.height() != side) {
      throw new IllegalArgumentException(
          "augmentation must be null for images that are not square, got images of %dx%d"
              .formatted(images.height(), side));
    }
    String most = "at most %d, the side of an image".formatted(side);
    require(shift <= side, "shift", most, shift);
    require(elastic <= side, "elastic", most, elastic);
    if (cutout != null) {
      require(cutout.size() <= side, "cutout.size", most, cutout.size());
    }
  }

  /**
   * By what the strengths are multiplied in an epoch.
   *
   * @param epoch counted from 0
   * @param epochs of the whole run
   */
  public double strengthIn(long epoch, int epochs) {
    return epoch >= epochs - Math.round(weakEpochs * epochs) ? weakStrength : 1;
  }

  /** As strong as it is at the end of a run. */
  public double lastStrength() {
    return weakEpochs > 0 ? weakStrength : 1;
  }
}
