package glassbox.ui.controls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * Draws in SVG 1.1: one file, with its images inside. Texts are texts, in the window's typeface
 * where the reader has it, so that they can be edited.
 */
public final class SvgInk implements Ink {
  /** From the middle of a line to its baseline, in sizes of the typeface. */
  private static final double BASELINE = 0.36;

  private final StringBuilder svg = new StringBuilder();

  /** Images, and after how many characters each of them stands. */
  private final List<Placed> images = new ArrayList<>();

  private int clips;

  /** An image as it was drawn; its pixels are written when the file is. */
  private record Placed(int after, Image image) {}

  /**
   * An empty drawing.
   *
   * @param title what it shows, for those who do not see it
   */
  public SvgInk(String title, double width, double height, Color background) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " viewBox=\"0 0 %1$.0f %2$.0f\" width=\"%1$.0f\" height=\"%2$.0f\""
            + " font-family=\"Inter, 'Noto Sans SC', sans-serif\">\n",
        width, height);
    svg.append("<title>").append(escaped(title)).append("</title>\n");
    fillRect(background, 0, 0, width, height, 0);
  }

  /** What writes the drawing as it is now; for another thread. */
  public Callable<String> finished() {
    String drawn = svg.toString();
    List<Placed> placed = List.copyOf(images);
    return () -> {
      StringBuilder whole = new StringBuilder();
      int from = 0;
      for (Placed each : placed) {
        whole
            .append(drawn, from, each.after())
            .append(Base64.getEncoder().encodeToString(PngBytes.of(each.image())));
        from = each.after();
      }
      return whole.append(drawn, from, drawn.length()).append("</svg>\n").toString();
    };
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String paint(String what, Color colour) {
    String hex =
        String.format(
            Locale.ROOT,
            "%s=\"#%02x%02x%02x\"",
            what,
            Math.round(255 * colour.getRed()),
            Math.round(255 * colour.getGreen()),
            Math.round(255 * colour.getBlue()));
    return colour.getOpacity() == 1
        ? hex
        : hex + String.format(Locale.ROOT, " %s-opacity=\"%.3f\"", what, colour.getOpacity());
  }

  @Override
  public void fillRect(Color colour, double x, double y, double width, double height, double arc) {
    rect(paint("fill", colour), x, y, width, height, arc);
  }

  @Override
  public void strokeRect(
      Color colour, double line, double x, double y, double width, double height, double arc) {
    String edge =
        paint("stroke", colour)
            + String.format(Locale.ROOT, " stroke-width=\"%.2f\" fill=\"none\"", line);
    rect(edge, x, y, width, height, arc);
  }

  private void rect(String paint, double x, double y, double width, double height, double arc) {
    add("<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"", x, y, width, height);
    if (arc != 0) {
      add(" rx=\"%.2f\"", arc / 2);
    }
    svg.append(' ').append(paint).append("/>\n");
  }

  @Override
  public void fillCircle(Color colour, double x, double y, double radius) {
    add("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" ", x, y, radius);
    svg.append(paint("fill", colour)).append("/>\n");
  }

  @Override
  public void fillPolygon(Color colour, double[] x, double[] y) {
    svg.append("<polygon ").append(paint("fill", colour));
    points(x, y, x.length);
  }

  @Override
  public void strokeLine(Color colour, double line, double[] x, double[] y, int points) {
    svg.append("<polyline fill=\"none\" ").append(paint("stroke", colour));
    add(" stroke-width=\"%.2f\"", line);
    points(x, y, points);
  }

  private void points(double[] x, double[] y, int points) {
    svg.append(" points=\"");
    for (int i = 0; i < points; i++) {
      add(i == 0 ? "%.2f,%.2f" : " %.2f,%.2f", x[i], y[i]);
    }
    svg.append("\"/>\n");
  }

  @Override
  public void text(String text, CanvasFont font, Color colour, Align align, double x, double y) {
    String anchor =
        switch (align) {
          case LEFT -> "start";
          case CENTER -> "middle";
          case RIGHT -> "end";
        };
    add("<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" ", x, y + BASELINE * font.size(), anchor);
    words(text, font, colour);
  }

  private void words(String text, CanvasFont font, Color colour) {
    add("font-size=\"%.1f\" font-weight=\"%d\" ", font.size(), font.weight());
    svg.append(paint("fill", colour)).append('>').append(escaped(text)).append("</text>\n");
  }

  @Override
  public void risingText(String text, CanvasFont font, Color colour, double x, double y) {
    add(
        "<text transform=\"translate(%.2f %.2f) rotate(-45)\" y=\"%.2f\" ",
        x, y, BASELINE * font.size());
    words(text, font, colour);
  }

  @Override
  public void image(Image image, double x, double y, double width, double height) {
    add(
        "<image x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\""
            + " preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\""
            + " xlink:href=\"data:image/png;base64,",
        x, y, width, height);
    images.add(new Placed(svg.length(), image));
    svg.append("\"/>\n");
  }

  @Override
  public void within(double x, double y, double width, double height, Runnable drawing) {
    clips++;
    add("<clipPath id=\"c%d\">", clips);
    rect("fill=\"#000000\"", x, y, width, height, 0);
    add("</clipPath><g clip-path=\"url(#c%d)\">\n", clips);
    drawing.run();
    svg.append("</g>\n");
  }
}
