package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import java.awt.Color;
import java.awt.Font;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One image of the gallery with its label. Images stay crisp: every pixel becomes a square of whole
 * size; only those too large for a tile are shrunk.
 */
final class GalleryTile {
  private static final int SIDE = 56;
  private static final int LARGEST_SIDE = 112;
  private static final int WIDEST_LINE = 92;
  private static final int WIDEST_LABEL = 124;
  private static final int GAP = 12;
  private static final int LINE_HEIGHT = 15;
  private static final String ARROW = "→ ";

  private final Predictions predictions;
  private final ImageSet images;
  private final List<String> names;
  private final Font nameFont;
  private final Ink small;
  private final int nameRoom;
  private final boolean twoLines;
  private final int labelWidth;

  private record Part(String text, Ink ink) {
    int width() {
      return Typeface.width(text, ink.font());
    }
  }

  GalleryTile(Typeface type, Predictions predictions, List<String> names) {
    this.predictions = predictions;
    this.names = names;
    images = predictions.images();
    nameFont = type.semiBold(12);
    small = new Ink(type.regular(11), Palette.MUTED);
    int widest = names.stream().mapToInt(name -> Typeface.width(name, nameFont)).max().orElse(0);
    int line = 2 * widest + widthOf(" " + ARROW) + widthOf(" 100%");
    twoLines = line > WIDEST_LINE;
    int rest = widthOf(ARROW) + widthOf(" 100%");
    labelWidth = twoLines ? Math.min(widest + rest, WIDEST_LABEL) : line;
    nameRoom = twoLines ? labelWidth - rest : widest;
  }

  private int widthOf(String text) {
    return Typeface.width(text, small.font());
  }

  /** From one tile to the next. */
  int width() {
    return Math.max(imageWidth(), labelWidth) + GAP;
  }

  /** From one tile to the one below. */
  int height() {
    return imageHeight() + (twoLines ? 2 : 1) * LINE_HEIGHT + GAP + 4;
  }

  /** The whole number of screen pixels that an image's pixel is wide; 0 where it must shrink. */
  private int scale() {
    int longest = Math.max(images.height(), images.width());
    return longest > LARGEST_SIDE ? 0 : Math.max(1, (int) Math.round((double) SIDE / longest));
  }

  private int imageWidth() {
    return scale() > 0 ? images.width() * scale() : shrunk(images.width());
  }

  private int imageHeight() {
    return scale() > 0 ? images.height() * scale() : shrunk(images.height());
  }

  private int shrunk(int side) {
    return Math.max(1, side * LARGEST_SIDE / Math.max(images.height(), images.width()));
  }

  /** Draws an image and its label into the cell that starts at (x, y). */
  void draw(Picture picture, int image, int x, int y) {
    int left = x + (width() - imageWidth()) / 2;
    picture.graphics().drawImage(pixels(image), left, y, imageWidth(), imageHeight(), null);
    int middle = x + width() / 2;
    int baseline = y + imageHeight() + LINE_HEIGHT;
    List<List<Part>> lines = label(image);
    for (int line = 0; line < lines.size(); line++) {
      centered(picture, lines.get(line), middle, baseline + line * LINE_HEIGHT);
    }
  }

  private Image pixels(int image) {
    BufferedImage gray =
        new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < images.height(); row++) {
      for (int column = 0; column < images.width(); column++) {
        gray.setRGB(column, row, images.pixel(image, row, column) * 0x010101);
      }
    }
    return scale() > 0
        ? gray
        : gray.getScaledInstance(imageWidth(), imageHeight(), Image.SCALE_AREA_AVERAGING);
  }

  private List<List<Part>> label(int image) {
    Part confidence = new Part(" " + Math.round(100 * predictions.confidence(image)) + "%", small);
    Part truth = name(predictions.truth(image), Palette.TEXT);
    if (predictions.isCorrect(image)) {
      return List.of(List.of(truth, confidence));
    }
    Part answer = name(predictions.answer(image), Palette.INCORRECT);
    if (twoLines) {
      return List.of(List.of(truth), List.of(new Part(ARROW, small), answer, confidence));
    }
    return List.of(List.of(truth, new Part(" " + ARROW, small), answer, confidence));
  }

  private Part name(int classIndex, Color color) {
    return new Part(
        Typeface.fitted(names.get(classIndex), nameFont, nameRoom), new Ink(nameFont, color));
  }

  private static void centered(Picture picture, List<Part> parts, int middle, int baseline) {
    int x = middle - parts.stream().mapToInt(Part::width).sum() / 2;
    for (Part part : parts) {
      x = picture.text(part.text, x, baseline, part.ink);
    }
  }
}
