package glassbox.ui.map;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import java.util.BitSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Draws the map: dots, those answered incorrectly larger and with an edge; images with a frame
 * where there is room for them; what is not picked out is faint.
 */
final class MapPainter {
  static final int FAINT = 40;
  static final int CLEAR = 256;
  static final double RADIUS = 2.3;
  static final double WRONG_RADIUS = 3.2;
  static final double EDGE = 1.3;
  private static final Font LABEL = Font.font("Glassbox Inter", FontWeight.BOLD, 11);

  private final MapModel model;
  private final MapColours colours;
  private MapRaster raster = new MapRaster(1, 1);
  private MapRaster shown = new MapRaster(1, 1); // is still read while the next one is drawn
  private Stamp[] dots = {};
  private Stamp[] wrongDots = {};
  private Stamp[] edges = {};
  private double stampScale;
  private boolean byError;
  private List<String> classNames = List.of();

  MapPainter(MapModel model, MapColours colours) {
    this.model = model;
    this.colours = colours;
  }

  void setByError(boolean colourByError) {
    byError = colourByError;
  }

  boolean isByError() {
    return byError;
  }

  void setClassNames(List<String> names) {
    classNames = names;
  }

  /**
   * Draws all.
   *
   * @param scale the screen's pixels per point
   */
  void paint(GraphicsContext g, double scale) {
    int width = (int) Math.ceil(model.width() * scale);
    int height = (int) Math.ceil(model.height() * scale);
    MapRaster next = shown.is(width, height) ? shown : new MapRaster(width, height);
    shown = raster;
    raster = next;
    prepareStamps(scale);
    raster.clear(colours.card());
    Predictions answers = model.answers();
    if (answers != null) {
      paint(g, answers, scale);
    } else {
      g.drawImage(raster.image(), 0, 0, width / scale, height / scale);
    }
  }

  private void prepareStamps(double scale) {
    if (scale != stampScale) {
      stampScale = scale;
      dots = stamps(RADIUS * scale);
      wrongDots = stamps(WRONG_RADIUS * scale);
      edges = stamps((WRONG_RADIUS + EDGE) * scale);
    }
  }

  private static Stamp[] stamps(double radius) {
    Stamp[] stamps = new Stamp[Stamp.SHAPES];
    for (int shape = 0; shape < stamps.length; shape++) {
      stamps[shape] = new Stamp(shape, radius);
    }
    return stamps;
  }

  private void paint(GraphicsContext g, Predictions answers, double scale) {
    int pixel = Math.max(1, (int) scale); // of the screen, for a pixel of an image
    Thumbnails thumbnails = new Thumbnails(model, answers.images(), pixel / scale);
    BitSet pictured = new BitSet();
    thumbnails.places().forEach(pictured::set);
    dots(answers, scale, pictured, false);
    dots(answers, scale, pictured, true);
    for (int place : thumbnails.places()) {
      if (model.isInView(place)) {
        picture(answers, place, thumbnails.multiple() * pixel, scale);
      }
    }
    g.drawImage(
        raster.image(),
        0,
        0,
        Math.ceil(model.width() * scale) / scale,
        Math.ceil(model.height() * scale) / scale);
    labels(g, answers, thumbnails);
  }

  /** First what is faint and what is correct, then what is incorrect. */
  private void dots(Predictions answers, double scale, BitSet pictured, boolean wrong) {
    Drift drift = model.drift();
    int edge = MapRaster.argb(colours.text());
    for (int place = 0; place < drift.count(); place++) {
      int image = drift.image(place);
      if (answers.isCorrect(image) == wrong || pictured.get(place) || !model.isShown(place)) {
        continue;
      }
      double x = model.viewport().screenX(drift.x(place)) * scale;
      double y = model.viewport().screenY(drift.y(place)) * scale;
      int opacity = model.isPicked(place) ? CLEAR : FAINT;
      int shape = MapColours.shapeOf(answers.truth(image));
      if (wrong) {
        raster.mark(edges[shape], x, y, edge, opacity);
      }
      Stamp stamp = wrong ? wrongDots[shape] : dots[shape];
      raster.mark(stamp, x, y, MapRaster.argb(colours.of(answers, image, byError)), opacity);
    }
  }

  private void picture(Predictions answers, int place, int multiple, double scale) {
    ImageSet set = answers.images();
    int image = model.drift().image(place);
    int width = set.width() * multiple;
    int height = set.height() * multiple;
    int left =
        (int) Math.round(model.viewport().screenX(model.drift().x(place)) * scale) - width / 2;
    int top =
        (int) Math.round(model.viewport().screenY(model.drift().y(place)) * scale) - height / 2;
    int frame = (int) Math.round(Thumbnails.FRAME * scale);
    int argb = MapRaster.argb(colours.of(answers, image, byError));
    if (!answers.isCorrect(image)) {
      raster.box(
          left - frame - 1,
          top - frame - 1,
          width + 2 * frame + 2,
          height + 2 * frame + 2,
          MapRaster.argb(colours.text()));
    }
    raster.box(left - frame, top - frame, width + 2 * frame, height + 2 * frame, argb);
    raster.picture(set, image, left, top, multiple);
  }

  /** The class of each picture that is large enough, what it is taken for where that is wrong. */
  private void labels(GraphicsContext g, Predictions answers, Thumbnails thumbnails) {
    if (thumbnails.multiple() < 2) {
      return;
    }
    g.setFont(LABEL);
    g.setTextAlign(TextAlignment.CENTER);
    double below = answers.images().height() * thumbnails.multiple() / 2.0 - 4;
    for (int place : thumbnails.places()) {
      int image = model.drift().image(place);
      String truth = classNames.get(answers.truth(image));
      String words =
          answers.isCorrect(image) ? truth : truth + " → " + classNames.get(answers.answer(image));
      double x = model.viewport().screenX(model.drift().x(place));
      double y = model.viewport().screenY(model.drift().y(place)) + below;
      g.setStroke(Color.BLACK);
      g.setLineWidth(3);
      g.strokeText(words, x, y);
      g.setFill(Color.WHITE);
      g.fillText(words, x, y);
    }
  }
}
