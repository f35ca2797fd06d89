package glassbox.data;

/**
 * The training images divided: those that are learned, and those that are held out at the end to
 * see how well the network does on images that it has not learned.
 */
public record Split(ImageSet learned, ImageSet heldOut) {
  /**
   * Holds out the last images.
   *
   * @param validation how many, in [0, images)
   */
  public static Split holdOut(ImageSet train, int validation) {
    if (validation < 0 || validation >= train.count()) {
      throw new IllegalArgumentException(
          "validation must be in [0, %d), the number of training images, got %d"
              .formatted(train.count(), validation));
    }
    int learned = train.count() - validation;
    return new Split(train.slice(0, learned), train.slice(learned, train.count()));
  }
}
