package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.ui.controls.SvgInk;
import glassbox.ui.controls.ThemeColours;
import java.util.List;
import java.util.concurrent.Callable;

/** Images in rows as a drawing. */
final class TileSheet {
  private TileSheet() {}

  /**
   * A drawing of images with what they are and what they are taken for.
   *
   * @param points how many points a pixel of an image is wide
   * @param width of the drawing; it is as high as it must be
   * @param theme has card, text, muted, accent, incorrect
   */
  static Callable<String> svg(
      String title,
      Predictions answers,
      int[] images,
      List<String> names,
      double points,
      double width,
      ThemeColours theme) {
    TileLayout at = TileLayout.of(answers.images(), points, TilePainter.areShort(names), width);
    SvgInk ink = new SvgInk(title, width, at.height(images.length) + 6, theme.of("card"));
    TilePainter painter = new TilePainter(ink, Math::rint, at, theme, new Thumbnails(), names);
    for (int place = 0; place < images.length; place++) {
      double x = place % at.columns() * at.across();
      double y = place / at.columns() * at.down() + 3;
      painter.paint(answers, images[place], x, y);
    }
    return ink.finished();
  }
}
