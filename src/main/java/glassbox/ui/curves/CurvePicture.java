package glassbox.ui.curves;

import glassbox.ui.controls.ScreenPixels;
import java.nio.IntBuffer;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** The lines of a chart as a picture with one pixel for each pixel of the screen. */
final class CurvePicture extends ImageView {
  private final Measure measure;
  private final Inks inks;
  private @Nullable Raster raster;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private int[] rows = new int[0];
  private final Underlay underlay = new Underlay();

  CurvePicture(Measure measure, Inks inks) {
    this.measure = measure;
    this.inks = inks;
    setManaged(false);
    setAccessibleRole(AccessibleRole.NODE); // the chart around it speaks for it
    setMouseTransparent(true);
  }

  /** Draws the lines anew, those in hand above the others. */
  void paint(
      List<Drawn> drawn, StepRange.Ends ends, ValueRange values, double width, double height) {
    double pixelsPerPoint = ScreenPixels.perPoint(this);
    ScreenPixels.align(this);
    Raster sheet =
        sheet((int) Math.ceil(width * pixelsPerPoint), (int) Math.ceil(height * pixelsPerPoint));
    setFitWidth(sheet.width() / pixelsPerPoint);
    setFitHeight(sheet.height() / pixelsPerPoint);
    Scale scale = values.scale(height * pixelsPerPoint);
    double shown = sheet.width() / (width * pixelsPerPoint); // a part of a pixel may be too many
    StepRange.Ends across = new StepRange.Ends(ends.lower(), ends.lower() + ends.width() * shown);
    LinePainter painter = new LinePainter(measure, sheet, across, scale, pixelsPerPoint);
    boolean alone = drawn.size() == 1;
    List<Drawn> order = inHandLast(drawn);
    Underlay.View view = new Underlay.View(measure, across, values.ends(), pixelsPerPoint);
    underlay.paint(view, sheet, resting(order, alone), painter);
    for (Drawn line : order) {
      if (line.current()) {
        painter.raw(line, inks.style(line, alone));
      }
    }
    order.forEach(line -> painter.main(line, inks.style(line, alone)));
    sheet.copyRowsTo(rows);
    if (buffer != null) {
      buffer.updateBuffer(b -> new Rectangle2D(0, 0, sheet.width(), sheet.height()));
    }
  }

  private List<Underlay.Resting> resting(List<Drawn> order, boolean alone) {
    return order.stream()
        .filter(line -> !line.current())
        .map(line -> new Underlay.Resting(line, inks.style(line, alone)))
        .toList();
  }

  private static List<Drawn> inHandLast(List<Drawn> drawn) {
    return drawn.stream().sorted((a, b) -> Boolean.compare(a.current(), b.current())).toList();
  }

  /** The raster of that size, the former one where it has not changed. */
  private Raster sheet(int width, int height) {
    Raster sheet = raster;
    if (sheet == null || sheet.width() != width || sheet.height() != height) {
      sheet = new Raster(width, height);
      raster = sheet;
      rows = new int[width * height];
      buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(rows), PixelFormat.getIntArgbPreInstance());
      setImage(new WritableImage(buffer));
    }
    return sheet;
  }
}
