package glassbox.format;

import glassbox.analysis.Predictions;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;

/**
 * Two halves side by side, the images answered correctly and those answered incorrectly, the surest
 * first; under each one its class, the class it was taken for, and how sure the network was.
 */
final class GalleryPicture {
  private static final int HALF_WIDTH = 656;
  private static final int FEWEST_COLUMNS = 4;
  private static final int MOST_COLUMNS = 10;
  private static final int FEWEST_ROWS = 2;
  private static final int MOST_ROWS = 8;
  private static final int MARGIN = Picture.MARGIN;

  /** Where the halves start: below the picture's own title. */
  static final int TOP = MARGIN + 44;

  /** Of a half, above its tiles. */
  static final int TITLE_HEIGHT = 44;

  private final Typeface type;
  private final ReportData data;
  private final Predictions predictions;
  private final GalleryTile tile;
  private final int columns;
  private final int rows;

  GalleryPicture(Typeface type, ReportData data) {
    this.type = type;
    this.data = data;
    predictions = data.predictions();
    tile = new GalleryTile(type, predictions, data.classNames());
    columns = Math.clamp(HALF_WIDTH / tile.width(), FEWEST_COLUMNS, MOST_COLUMNS);
    int more = Math.max(predictions.correctCount(), incorrectCount());
    rows = Math.clamp(Math.ceilDiv(more, columns), FEWEST_ROWS, MOST_ROWS);
  }

  private int incorrectCount() {
    return predictions.count() - predictions.correctCount();
  }

  Picture draw() {
    int width = columns * tile.width() + MARGIN;
    int height = TITLE_HEIGHT + rows * tile.height() + MARGIN / 2;
    Picture picture = new Picture(2 * width + 3 * MARGIN, TOP + height + MARGIN);
    header(picture);
    correct(picture, new Rectangle(MARGIN, TOP, width, height));
    incorrect(picture, new Rectangle(2 * MARGIN + width, TOP, width, height));
    return picture;
  }

  private void header(Picture picture) {
    int baseline = MARGIN + 22;
    String note = data.imageCount() + ", surest first";
    picture.textRight(note, picture.width() - MARGIN - 4, baseline, type.note());
    int room = picture.width() - 3 * MARGIN - Typeface.width(note, type.note().font());
    String title = Typeface.fitted(data.title(), type.heading().font(), room);
    picture.text(title, MARGIN + 4, baseline, type.heading());
  }

  /** A green dot, "Correct" and how many, the tiles. */
  private void correct(Picture picture, Rectangle half) {
    picture.card(half);
    mark(picture, half, Palette.CORRECT, 5);
    title(picture, half, "Correct", predictions.correctCount(), "class and confidence");
    tiles(picture, half, true, "No correct images: every answer was wrong.");
  }

  /** A red square, "Incorrect" and how many, the tiles. */
  private void incorrect(Picture picture, Rectangle half) {
    picture.card(half);
    mark(picture, half, Palette.INCORRECT, 2);
    title(picture, half, "Incorrect", incorrectCount(), "true → predicted and confidence");
    tiles(picture, half, false, "No incorrect images: every answer was right.");
  }

  private static void mark(Picture picture, Rectangle half, Color color, int radius) {
    picture.box(new Rectangle(half.x + MARGIN, half.y + 18, 10, 10), color, radius);
  }

  private void title(Picture picture, Rectangle half, String word, int count, String labels) {
    int baseline = half.y + 28;
    int end = picture.text(word, half.x + MARGIN + 18, baseline, type.title());
    Ink plain = new Ink(type.regular(16), Palette.TEXT);
    end = picture.text(String.format(Locale.ROOT, "%,d", count), end + 8, baseline, plain);
    picture.text(labels, end + 12, baseline, type.note());
  }

  private void tiles(Picture picture, Rectangle half, boolean correct, String whereNone) {
    List<Integer> images = predictions.surestFirst(correct);
    if (images.isEmpty()) {
      int middle = half.y + (TITLE_HEIGHT + half.height) / 2;
      picture.textCentered(whereNone, (int) half.getCenterX(), middle, type.note());
    }
    for (int i = 0; i < Math.min(images.size(), rows * columns); i++) {
      int x = half.x + MARGIN / 2 + i % columns * tile.width();
      int y = half.y + TITLE_HEIGHT + i / columns * tile.height();
      tile.draw(picture, images.get(i), x, y);
    }
  }
}
