package glassbox.data;

import glassbox.linalg.RandomStream;

/**
 * What happens to one image: a matrix M about the image's centre c and a shift t, an elastic field
 * for each axis, a black square. A point p of the image comes to M (p - c) + c + t.
 *
 * <p>M = rotation · shear · scale · flip; x goes to the right, y down, and a positive angle turns
 * clockwise. The same numbers are always drawn in the same order, so that an image whose elastic is
 * switched off is rotated as before. Sine, cosine and exponential are StrictMath's, which give the
 * same bits on every machine.
 */
final class Distortion {
  private final Augmentation augmentation;
  private final int side;
  private final int fields;

  boolean untouched;

  // M, and its inverse with where a row of M⁻¹ (q - c - t) + c begins: x = xx q.x + xy q.y + x0.
  double mxx;
  double mxy;
  double myx;
  double myy;
  double tx;
  double ty;
  float xx;
  float xy;
  float x0;
  float yx;
  float yy;
  float y0;

  // By how many of the pixels in which field the points are taken from elsewhere.
  int fieldX;
  int fieldY;
  float elasticX;
  float elasticY;

  // The black square: rows and columns [from, to), clipped; none where they are equal.
  int cutTop;
  int cutBottom;
  int cutLeft;
  int cutRight;

  /** Distortions of images of so many pixels a side, with a pool of so many elastic fields. */
  Distortion(Augmentation augmentation, int side, int fields) {
    this.augmentation = augmentation;
    this.side = side;
    this.fields = fields;
  }

  /** Draws another one, with strengths multiplied by a factor. */
  void draw(RandomStream random, double strength) {
    untouched = random.nextDouble() < augmentation.clean();
    double angle = Math.toRadians(strength * augmentation.rotate() * either(random));
    double scaleX = StrictMath.exp(strength * augmentation.scale() * either(random));
    double scaleY = StrictMath.exp(strength * augmentation.scale() * either(random));
    double shear = strength * augmentation.shear() * either(random);
    tx = strength * augmentation.shift() * either(random);
    ty = strength * augmentation.shift() * either(random);
    fieldX = random.nextInt(fields);
    fieldY = random.nextInt(fields);
    elasticX = (float) (strength * augmentation.elastic() * sign(random));
    elasticY = (float) (strength * augmentation.elastic() * sign(random));
    boolean flipped = random.nextDouble() < augmentation.flip();
    setMatrix(angle, flipped ? -scaleX : scaleX, scaleY, shear);
    drawCutout(random);
  }

  /** Uniform in [-1, 1). */
  private static double either(RandomStream random) {
    return 2 * random.nextDouble() - 1;
  }

  private static int sign(RandomStream random) {
    return random.nextLong() < 0 ? -1 : 1;
  }

  private void setMatrix(double angle, double scaleX, double scaleY, double shear) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    mxx = cos * scaleX;
    mxy = (cos * shear - sin) * scaleY;
    myx = sin * scaleX;
    myy = (sin * shear + cos) * scaleY;
    double determinant = scaleX * scaleY; // rotation and shear have 1
    double centre = centre();
    xx = (float) (myy / determinant);
    xy = (float) (-mxy / determinant);
    yx = (float) (-myx / determinant);
    yy = (float) (mxx / determinant);
    x0 = (float) (centre - (myy * (centre + tx) - mxy * (centre + ty)) / determinant);
    y0 = (float) (centre - (-myx * (centre + tx) + mxx * (centre + ty)) / determinant);
  }

  /** The coordinate of the image's centre on both axes. */
  double centre() {
    return (side - 1) / 2.0;
  }

  private void drawCutout(RandomStream random) {
    double chance = random.nextDouble();
    int row = random.nextInt(side);
    int column = random.nextInt(side);
    Augmentation.Cutout cutout = augmentation.cutout();
    int size = cutout == null || chance >= cutout.probability() ? 0 : cutout.size();
    cutTop = Math.max(0, row - size / 2);
    cutLeft = Math.max(0, column - size / 2);
    cutBottom = Math.max(cutTop, Math.min(side, row - size / 2 + size));
    cutRight = Math.max(cutLeft, Math.min(side, column - size / 2 + size));
  }
}
