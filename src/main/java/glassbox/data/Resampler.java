package glassbox.data;

import java.util.Arrays;

/**
 * Draws distorted images: every pixel is the bilinear mean of the four around the point that it
 * comes from; what is outside is black. Affine and elastic together, so that an image is blurred
 * once. Pixels that no light can reach are not computed.
 */
final class Resampler {
  /** One black pixel before, two behind: a point at the far edge has neighbours there. */
  private static final int MARGIN = 3;

  private final int side;
  private final int stride;
  private final ElasticFields fields;
  private final float[] source; // the image within a black margin, [side + 3 x side + 3]
  private final float[] picture; // [side x side]

  // For every pixel of the picture: its place, and of the four that it comes from the upper left
  // one and how far it is on the way to the others.
  private final float[] columnOf;
  private final float[] rowOf;
  private final int[] column;
  private final int[] upper;
  private final float[] shareX;
  private final float[] shareY;

  // Where the image has light, both ends inclusive.
  private int inkTop;
  private int inkBottom;
  private int inkLeft;
  private int inkRight;

  // Where the picture may have light: rows and columns [from, to).
  private int top;
  private int bottom;
  private int left;
  private int right;

  /** Room for images of so many pixels a side. */
  Resampler(int side, ElasticFields fields) {
    this.side = side;
    this.fields = fields;
    stride = side + MARGIN;
    source = new float[stride * stride];
    picture = new float[side * side];
    columnOf = new float[picture.length];
    rowOf = new float[picture.length];
    for (int i = 0; i < picture.length; i++) {
      columnOf[i] = i % side;
      rowOf[i] = i / side;
    }
    column = new int[picture.length];
    upper = new int[picture.length];
    shareX = new float[picture.length];
    shareY = new float[picture.length];
  }

  /** The picture, as value/255 row by row, until the next one is drawn. */
  float[] picture() {
    return picture;
  }

  /** Before this index the picture is black. */
  int start() {
    return top * side;
  }

  /** From this index on the picture is black. */
  int end() {
    return bottom * side;
  }

  /** Draws an image that stands in bytes from an index on. */
  void draw(byte[] bytes, int at, Distortion distortion) {
    if (distortion.untouched) {
      copy(bytes, at);
      return;
    }
    load(bytes, at);
    measureInk(bytes, at);
    setReach(distortion);
    Arrays.fill(picture, 0f);
    locate(distortion);
    for (int row = top; row < bottom; row++) {
      sample(row);
    }
    for (int row = distortion.cutTop; row < distortion.cutBottom; row++) {
      Arrays.fill(picture, row * side + distortion.cutLeft, row * side + distortion.cutRight, 0f);
    }
  }

  private void copy(byte[] bytes, int at) {
    for (int i = 0; i < picture.length; i++) {
      picture[i] = ImageSet.SHARE[bytes[at + i] & 0xff];
    }
    top = 0;
    bottom = side;
  }

  private void load(byte[] bytes, int at) {
    for (int row = 0; row < side; row++) {
      int from = at + row * side;
      int to = (row + 1) * stride + 1;
      for (int c = 0; c < side; c++) {
        source[to + c] = ImageSet.SHARE[bytes[from + c] & 0xff];
      }
    }
  }

  /** Finds the box of what is not black, from outside; in a black image top is behind bottom. */
  private void measureInk(byte[] bytes, int at) {
    int last = side - 1;
    inkTop = 0;
    while (inkTop <= last && isBlack(bytes, at + inkTop * side, 1)) {
      inkTop++;
    }
    inkBottom = last;
    while (inkBottom > inkTop && isBlack(bytes, at + inkBottom * side, 1)) {
      inkBottom--;
    }
    inkLeft = 0;
    while (inkLeft < last && isBlack(bytes, at + inkLeft, side)) {
      inkLeft++;
    }
    inkRight = last;
    while (inkRight > inkLeft && isBlack(bytes, at + inkRight, side)) {
      inkRight--;
    }
  }

  /** Whether a row, or with long steps a column, is black. */
  private boolean isBlack(byte[] bytes, int from, int step) {
    for (int i = 0, at = from; i < side; i++, at += step) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where light can come to: the box of the ink, wider by the pixel that bilinear weights reach and
   * by the largest elastic displacement, turned by M.
   */
  private void setReach(Distortion d) {
    if (inkTop > inkBottom) {
      top = bottom = left = right = 0;
      return;
    }
    double middleX = (inkLeft + inkRight) / 2.0 - d.centre();
    double middleY = (inkTop + inkBottom) / 2.0 - d.centre();
    double halfX = (inkRight - inkLeft) / 2.0 + 1 + Math.abs(d.elasticX) * fields.largest(d.fieldX);
    double halfY = (inkBottom - inkTop) / 2.0 + 1 + Math.abs(d.elasticY) * fields.largest(d.fieldY);
    double x = d.mxx * middleX + d.mxy * middleY + d.centre() + d.tx;
    double y = d.myx * middleX + d.myy * middleY + d.centre() + d.ty;
    double reachX = Math.abs(d.mxx) * halfX + Math.abs(d.mxy) * halfY;
    double reachY = Math.abs(d.myx) * halfX + Math.abs(d.myy) * halfY;
    left = Math.clamp((long) Math.floor(x - reachX), 0, side);
    right = Math.clamp((long) Math.ceil(x + reachX) + 1, left, side);
    top = Math.clamp((long) Math.floor(y - reachY), 0, side);
    bottom = Math.clamp((long) Math.ceil(y + reachY) + 1, top, side);
  }

  /**
   * Where the pixels of the picture come from: M⁻¹ and elastic, kept within the margin. In loops
   * over all rows that do little each: those the compiler turns into vectors.
   */
  private void locate(Distortion d) {
    coordinate(d.xx, d.xy, d.x0, d.elasticX, fields.field(d.fieldX), shareX);
    coordinate(d.yx, d.yy, d.y0, d.elasticY, fields.field(d.fieldY), shareY);
    split(shareX, column);
    split(shareY, upper);
    int from = start();
    int to = end();
    for (int i = from; i < to; i++) {
      upper[i] = upper[i] * stride + column[i];
    }
  }

  /** One coordinate in the source; 1 is for the margin. */
  private void coordinate(
      float ofColumn, float ofRow, float start, float elastic, float[] field, float[] out) {
    float most = side + 1;
    int from = start();
    int to = end();
    for (int i = from; i < to; i++) {
      float at = ofColumn * columnOf[i] + ofRow * rowOf[i] + (start + 1) + elastic * field[i];
      out[i] = Math.min(Math.max(at, 0f), most);
    }
  }

  /** Takes the whole part out of coordinates. */
  private void split(float[] coordinates, int[] wholes) {
    int from = start();
    int to = end();
    for (int i = from; i < to; i++) {
      wholes[i] = (int) coordinates[i];
    }
    for (int i = from; i < to; i++) {
      coordinates[i] -= wholes[i];
    }
  }

  private void sample(int row) {
    for (int i = row * side + left; i < row * side + right; i++) {
      int above = upper[i];
      int below = above + stride;
      float fx = shareX[i];
      float high = source[above] + fx * (source[above + 1] - source[above]);
      float low = source[below] + fx * (source[below + 1] - source[below]);
      picture[i] = high + shareY[i] * (low - high);
    }
  }
}
