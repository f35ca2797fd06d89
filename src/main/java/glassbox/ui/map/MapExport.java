package glassbox.ui.map;

import glassbox.analysis.Predictions;
import glassbox.ui.controls.CsvRow;
import glassbox.ui.controls.GrayImages;
import glassbox.ui.controls.Ink;
import glassbox.ui.controls.SvgInk;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The part of the map that is seen as a drawing, and the places of all its images as a table. */
final class MapExport {
  private final MapModel model;
  private final MapColours colours;
  private final boolean byError;

  MapExport(MapModel model, MapColours colours, boolean byError) {
    this.model = model;
    this.colours = colours;
    this.byError = byError;
  }

  /** Marks where there are dots on the screen, images where there are images. */
  Callable<String> svg(String title) {
    SvgInk ink = new SvgInk(title, model.width(), model.height(), colours.card());
    Predictions answers = model.answers();
    if (answers != null) {
      Thumbnails thumbnails = new Thumbnails(model, answers.images(), 1);
      BitSet pictured = new BitSet();
      thumbnails.places().forEach(pictured::set);
      marks(ink, answers, pictured, false);
      marks(ink, answers, pictured, true);
      for (int place : thumbnails.places()) {
        if (model.isInView(place)) {
          picture(ink, answers, place, thumbnails.multiple());
        }
      }
    }
    return ink.finished();
  }

  private void marks(Ink ink, Predictions answers, BitSet pictured, boolean wrong) {
    for (int place = 0; place < model.drift().count(); place++) {
      int image = model.drift().image(place);
      boolean seen = model.isShown(place) && model.isInView(place) && !pictured.get(place);
      if (!seen || answers.isCorrect(image) == wrong) {
        continue;
      }
      double opacity = model.isPicked(place) ? 1 : (double) MapPainter.FAINT / MapPainter.CLEAR;
      int shape = MapColours.shapeOf(answers.truth(image));
      double radius = wrong ? MapPainter.WRONG_RADIUS : MapPainter.RADIUS;
      if (wrong) {
        Color edge = faded(colours.text(), opacity);
        mark(ink, shape, edge, place, radius + MapPainter.EDGE);
      }
      mark(ink, shape, faded(colours.of(answers, image, byError), opacity), place, radius);
    }
  }

  private static Color faded(Color colour, double opacity) {
    return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
  }

  private double x(int place) {
    return model.viewport().screenX(model.drift().x(place));
  }

  private double y(int place) {
    return model.viewport().screenY(model.drift().y(place));
  }

  private void mark(Ink ink, int shape, Color colour, int place, double radius) {
    double[][] corners = Stamp.corners(shape);
    if (corners.length == 0) {
      ink.fillCircle(colour, x(place), y(place), radius);
      return;
    }
    double[] x = corners[0].clone();
    double[] y = corners[1].clone();
    for (int corner = 0; corner < x.length; corner++) {
      x[corner] = x(place) + radius * x[corner];
      y[corner] = y(place) + radius * y[corner];
    }
    ink.fillPolygon(colour, x, y);
  }

  private void picture(Ink ink, Predictions answers, int place, int multiple) {
    int image = model.drift().image(place);
    int wide = answers.images().width() * multiple;
    int high = answers.images().height() * multiple;
    double left = Math.rint(x(place) - wide / 2.0);
    double top = Math.rint(y(place) - high / 2.0);
    double frame = Thumbnails.FRAME;
    if (!answers.isCorrect(image)) {
      double edge = frame + 1;
      ink.fillRect(colours.text(), left - edge, top - edge, wide + 2 * edge, high + 2 * edge, 0);
    }
    Color colour = colours.of(answers, image, byError);
    ink.fillRect(colour, left - frame, top - frame, wide + 2 * frame, high + 2 * frame, 0);
    byte[] pixels = answers.images().image(image);
    int height = answers.images().height();
    int width = answers.images().width();
    ink.image(GrayImages.enlarged(pixels, height, width, 1), left, top, wide, high);
  }

  /** Where every image is, in the map's own measure, seen or not. */
  static Callable<String> csv(MapModel model, List<String> names) {
    Predictions answers = model.answers();
    Drift drift = model.drift();
    int count = drift.count();
    int[] images = new int[count];
    float[] x = new float[count];
    float[] y = new float[count];
    for (int place = 0; place < count; place++) {
      images[place] = drift.image(place);
      x[place] = drift.x(place);
      y[place] = drift.y(place);
    }
    return () -> table(answers, images, x, y, names);
  }

  private static String table(
      @Nullable Predictions answers, int[] images, float[] x, float[] y, List<String> names) {
    StringBuilder csv = new StringBuilder();
    new CsvRow(csv).add("image").add("truth").add("answer").add("x").add("y").end();
    for (int place = 0; answers != null && place < images.length; place++) {
      int image = images[place];
      new CsvRow(csv)
          .add(image)
          .add(names.get(answers.truth(image)))
          .add(names.get(answers.answer(image)))
          .add(x[place])
          .add(y[place])
          .end();
    }
    return csv.toString();
  }
}
