package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.ui.controls.CanvasFont;
import glassbox.ui.controls.Ink;
import glassbox.ui.controls.Ink.Align;
import glassbox.ui.controls.ThemeColours;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;

/** Paints images with their class, what they were taken for, and how sure the network was. */
final class TilePainter {
  private static final CanvasFont NAME = new CanvasFont(12, FontWeight.BOLD);
  private static final CanvasFont SHARE = new CanvasFont(11, FontWeight.NORMAL);
  private static final int SHORT = 2;

  private final Ink ink;
  private final DoubleUnaryOperator snapped;
  private final TileLayout at;
  private final ThemeColours theme;
  private final Thumbnails thumbnails;
  private final List<String> names;

  /** A piece of a line: what, in which type and colour. */
  private record Word(String text, CanvasFont font, Color colour) {
    double width() {
      return font.width(text);
    }
  }

  /**
   * A painter for one picture.
   *
   * @param snapped the nearest place where a pixel of the screen begins
   */
  TilePainter(
      Ink ink,
      DoubleUnaryOperator snapped,
      TileLayout at,
      ThemeColours theme,
      Thumbnails thumbnails,
      List<String> names) {
    this.ink = ink;
    this.snapped = snapped;
    this.at = at;
    this.theme = theme;
    this.thumbnails = thumbnails;
    this.names = names;
  }

  /** Whether the names are a letter or two, so that a caption fits on one line. */
  static boolean areShort(List<String> names) {
    return names.stream().allMatch(name -> name.length() <= SHORT);
  }

  void paint(Predictions answers, int image, double x, double y) {
    double left = imageLeft(x);
    ink.image(thumbnails.of(answers.images(), image), left, y, at.imageWidth(), at.imageHeight());
    if (at.captionLines() > 0) {
      paintCaption(answers, image, x, y + at.imageHeight() + TileLayout.LINE * 0.6);
    }
  }

  private double imageLeft(double x) {
    return snapped.applyAsDouble(x + (at.across() - at.imageWidth()) / 2);
  }

  private void paintCaption(Predictions answers, int image, double x, double y) {
    Word truth = new Word(names.get(answers.truth(image)), NAME, theme.of("text"));
    Word share = new Word(share(answers.confidence(image)), SHARE, theme.of("muted"));
    if (answers.isCorrect(image)) {
      if (at.captionLines() == 1) {
        line(x, y, truth, share);
      } else {
        line(x, y, truth);
        line(x, y + TileLayout.LINE, share);
      }
      return;
    }
    Word arrow = new Word("→", SHARE, theme.of("muted"));
    Word answer = new Word(names.get(answers.answer(image)), NAME, theme.of("incorrect"));
    if (at.captionLines() == 1) {
      line(x, y, truth, arrow, answer, share);
    } else {
      line(x, y, truth);
      line(x, y + TileLayout.LINE, arrow, answer);
      line(x, y + 2 * TileLayout.LINE, share);
    }
  }

  /** Words side by side, in the middle under the image; the last one gives way. */
  private void line(double x, double y, Word... words) {
    double room = at.across() - 4;
    double gap = 3;
    double others = 0;
    for (int i = 0; i < words.length - 1; i++) {
      others += words[i].width() + gap;
    }
    Word last = words[words.length - 1];
    Word fitted =
        new Word(last.font().fitted(last.text(), room - others), last.font(), last.colour());
    words[words.length - 1] = fitted;
    double at = Math.round(x + (this.at.across() - others - fitted.width()) / 2);
    for (Word word : words) {
      ink.text(word.text(), word.font(), word.colour(), Align.LEFT, at, y);
      at += word.width() + gap;
    }
  }

  /** Rounded down to whole percent: only what is certain is 100%. */
  private static String share(float probability) {
    return Figures.percentDown(probability);
  }

  /** A frame around an image that is chosen. */
  void mark(double x, double y, boolean focused) {
    double width = focused ? 3 : 2;
    double out = width / 2 + 1;
    ink.strokeRect(
        theme.of("accent"),
        width,
        imageLeft(x) - out,
        y - out,
        at.imageWidth() + 2 * out,
        at.imageHeight() + 2 * out,
        6);
  }

  /** An image in a sentence. */
  static String words(Predictions answers, int image, List<String> names, String part) {
    String truth = names.get(answers.truth(image));
    String how =
        answers.isCorrect(image)
            ? Words.of("gallery.correct", truth)
            : Words.of("gallery.incorrect", truth, names.get(answers.answer(image)));
    return Words.of("gallery.image", part, image, how, share(answers.confidence(image)));
  }
}
