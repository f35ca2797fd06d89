package glassbox.data.folder;

/**
 * What is made of pictures.
 *
 * @param height pixels, in [1, 1024]
 * @param width pixels, in [1, 1024]
 * @param fit how pictures of another shape are brought to that size
 * @param inversion whether dark becomes bright
 * @param testShare share of each class that is tested on where no folder says so, in (0, 1)
 * @param seed of that choice and of the order of the images
 */
public record ImportOptions(
    int height, int width, Fit fit, Inversion inversion, double testShare, long seed) {
  /** 28x28, whole, one in six to test on, as in MNIST. */
  public static final ImportOptions DEFAULT =
      new ImportOptions(28, 28, Fit.CONTAIN, Inversion.AUTO, 1.0 / 6, 1);

  /** The longest side that an image may have. */
  public static final int LONGEST_SIDE = 1024;

  public ImportOptions {
    side("height", height);
    side("width", width);
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException(
          "the share of test images must be in (0, 1), got " + testShare);
    }
  }

  private static void side(String name, int pixels) {
    if (pixels < 1 || pixels > LONGEST_SIDE) {
      throw new IllegalArgumentException(
          "the %s must be in [1, %d] pixels, got %d".formatted(name, LONGEST_SIDE, pixels));
    }
  }

  public ImportOptions withSize(int newHeight, int newWidth) {
    return new ImportOptions(newHeight, newWidth, fit, inversion, testShare, seed);
  }

  public ImportOptions withFit(Fit other) {
    return new ImportOptions(height, width, other, inversion, testShare, seed);
  }

  public ImportOptions withInversion(Inversion other) {
    return new ImportOptions(height, width, fit, other, testShare, seed);
  }

  public ImportOptions withTestShare(double other) {
    return new ImportOptions(height, width, fit, inversion, other, seed);
  }

  public ImportOptions withSeed(long other) {
    return new ImportOptions(height, width, fit, inversion, testShare, other);
  }
}
