package glassbox.ui.controls;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints on a canvas. */
public final class CanvasInk implements Ink {
  private final GraphicsContext canvas;

  public CanvasInk(GraphicsContext canvas) {
    this.canvas = canvas;
    canvas.setTextBaseline(VPos.CENTER);
    canvas.setImageSmoothing(false);
  }

  @Override
  public void fillRect(Color colour, double x, double y, double width, double height, double arc) {
    canvas.setFill(colour);
    if (arc == 0) {
      canvas.fillRect(x, y, width, height);
    } else {
      canvas.fillRoundRect(x, y, width, height, arc, arc);
    }
  }

  @Override
  public void strokeRect(
      Color colour, double line, double x, double y, double width, double height, double arc) {
    canvas.setStroke(colour);
    canvas.setLineWidth(line);
    canvas.strokeRoundRect(x, y, width, height, arc, arc);
  }

  @Override
  public void fillCircle(Color colour, double x, double y, double radius) {
    canvas.setFill(colour);
    canvas.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void fillPolygon(Color colour, double[] x, double[] y) {
    canvas.setFill(colour);
    canvas.fillPolygon(x, y, x.length);
  }

  @Override
  public void strokeLine(Color colour, double line, double[] x, double[] y, int points) {
    canvas.setStroke(colour);
    canvas.setLineWidth(line);
    canvas.strokePolyline(x, y, points);
  }

  @Override
  public void text(String text, CanvasFont font, Color colour, Align align, double x, double y) {
    canvas.setFont(font.font());
    canvas.setFill(colour);
    canvas.setTextAlign(TextAlignment.valueOf(align.name()));
    canvas.fillText(text, x, y);
  }

  @Override
  public void risingText(String text, CanvasFont font, Color colour, double x, double y) {
    canvas.save();
    canvas.translate(x, y);
    canvas.rotate(-45);
    text(text, font, colour, Align.LEFT, 0, 0);
    canvas.restore();
  }

  @Override
  public void image(Image image, double x, double y, double width, double height) {
    canvas.drawImage(image, x, y, width, height);
  }

  @Override
  public void within(double x, double y, double width, double height, Runnable drawing) {
    canvas.save();
    canvas.beginPath();
    canvas.rect(x, y, width, height);
    canvas.clip();
    drawing.run();
    canvas.restore();
  }
}
