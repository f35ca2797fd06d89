package glassbox.ui.draw;

import glassbox.data.Inking;
import glassbox.data.Picture;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A drawing as gray pixels, bright ink on black or, over a photo, dark ink on its paper. Every line
 * can be taken back and drawn again.
 */
final class Sketch {
  private static final int MOST_TAKEN_BACK = 100;
  private static final int WHITE = 255;

  private final int height;
  private final int width;
  private final Deque<Sheet> past = new ArrayDeque<>();
  private final Deque<Sheet> future = new ArrayDeque<>();
  private Sheet sheet;

  /** The pixels, how ink is told from paper, and the gray levels of both. */
  private record Sheet(byte[] gray, Inking inking, int ink, int paper) {
    Sheet copy() {
      return new Sheet(gray.clone(), inking, ink, paper);
    }
  }

  /**
   * An empty one.
   *
   * @param inking how ink is told from paper
   */
  Sketch(int height, int width, Inking inking) {
    this.height = height;
    this.width = width;
    sheet = blank(inking);
  }

  private Sheet blank(Inking inking) {
    return new Sheet(new byte[height * width], inking, WHITE, 0);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** What is drawn later can be taken back up to here. */
  void begin() {
    past.push(sheet.copy());
    if (past.size() > MOST_TAKEN_BACK) {
      past.removeLast();
    }
    future.clear();
  }

  /** A straight line between two points, in pixels from the upper left corner. */
  void line(double fromX, double fromY, double toX, double toY, Brush brush) {
    double reach = brush.reach();
    int top = Math.clamp((int) (Math.min(fromY, toY) - reach), 0, height);
    int bottom = Math.clamp((int) (Math.max(fromY, toY) + reach) + 1, 0, height);
    int left = Math.clamp((int) (Math.min(fromX, toX) - reach), 0, width);
    int right = Math.clamp((int) (Math.max(fromX, toX) + reach) + 1, 0, width);
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        double x = column + 0.5;
        double y = row + 0.5;
        double along = along(x - fromX, y - fromY, toX - fromX, toY - fromY);
        double distance =
            Math.hypot(x - fromX - along * (toX - fromX), y - fromY - along * (toY - fromY));
        mark(row * width + column, brush.coverage(distance), brush.isEraser());
      }
    }
  }

  /** Where on a line, from 0 to 1, the point next to another one is. */
  private static double along(double x, double y, double lineX, double lineY) {
    double squared = lineX * lineX + lineY * lineY;
    return squared == 0 ? 0 : Math.clamp((x * lineX + y * lineY) / squared, 0, 1);
  }

  /** Moves a pixel towards ink or paper, never back from there. */
  private void mark(int pixel, double coverage, boolean erase) {
    if (coverage > 0) {
      int to = erase ? sheet.paper() : sheet.ink();
      int from = erase ? sheet.ink() : sheet.paper();
      int level = (int) Math.round(from + coverage * (to - from));
      int now = sheet.gray()[pixel] & 0xff;
      sheet.gray()[pixel] = (byte) (to > from ? Math.max(now, level) : Math.min(now, level));
    }
  }

  /** Empties it; a photo is gone, too. */
  void clear(Inking inking) {
    begin();
    sheet = blank(inking);
  }

  /** Takes a picture of the same size in the place of the drawing. */
  void put(Picture picture, Inking inking) {
    begin();
    boolean dark = inking.isDark(picture);
    int paper = Inking.paper(picture);
    sheet = new Sheet(picture.gray().clone(), inking, dark ? 0 : WHITE, paper);
  }

  void undo() {
    move(past, future);
  }

  void redo() {
    move(future, past);
  }

  private void move(Deque<Sheet> from, Deque<Sheet> to) {
    if (!from.isEmpty()) {
      to.push(sheet);
      sheet = from.pop();
    }
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  /** Whether there is nothing on it. */
  boolean isEmpty() {
    byte first = sheet.gray()[0];
    for (byte level : sheet.gray()) {
      if (level != first) {
        return false;
      }
    }
    return true;
  }

  /** How ink is told from paper. */
  Inking inking() {
    return sheet.inking();
  }

  /** A copy of what is drawn. */
  Picture picture() {
    return new Picture(Arrays.copyOf(sheet.gray(), sheet.gray().length), height, width);
  }
}
