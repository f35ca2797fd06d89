package glassbox.ui.curves;

import glassbox.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.paint.Color;

/** A chart as a drawing in SVG: axes, the lines as they are seen, and their names. */
final class CurveSvg {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 540;
  private static final double LEFT = 64;
  private static final double RIGHT = 180;
  private static final double TOP = 40;
  private static final double BOTTOM = 40;
  private static final int TICKS = 6;

  private final Measure measure;
  private final Inks inks;
  private final Plot plot;
  private final StringBuilder svg = new StringBuilder();

  private CurveSvg(Measure measure, Inks inks, StepRange.Ends ends, ValueRange values) {
    this.measure = measure;
    this.inks = inks;
    double height = HEIGHT - TOP - BOTTOM;
    plot = new Plot(ends, values.scale(height), WIDTH - LEFT - RIGHT, height);
  }

  /** Draws what is shown now; at most a point for each unit of the width, so it takes no time. */
  static Callable<String> of(
      Measure measure, Inks inks, List<Drawn> drawn, StepRange.Ends ends, ValueRange values) {
    CurveSvg picture = new CurveSvg(measure, inks, ends, values);
    picture.begin();
    picture.axes(values);
    boolean alone = drawn.size() == 1;
    drawn.forEach(line -> picture.raw(line, inks.style(line, alone)));
    drawn.forEach(line -> picture.main(line, inks.style(line, alone)));
    picture.names(drawn);
    String text = picture.svg.append("</svg>\n").toString();
    return () -> text;
  }

  private void begin() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\""
            + " height=\"%.0f\" font-family=\"Inter, sans-serif\" font-size=\"12\">%n",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n");
    text(LEFT, 24, "start", "#1f2328", measure.title());
    add(
        "<clipPath id=\"plot\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>"
            + "</clipPath>%n",
        LEFT, TOP, plot.width(), plot.height());
  }

  private void axes(ValueRange values) {
    boolean logarithmic = values.logarithmicProperty().get();
    for (int i = 0; i <= TICKS; i++) {
      double share = (double) i / TICKS;
      double value =
          logarithmic
              ? values.lower() * Math.pow(values.upper() / values.lower(), share)
              : values.lower() + share * (values.upper() - values.lower());
      double y = TOP + plot.y(value);
      path(format("M%.1f %.1fH%.1f", LEFT, y, LEFT + plot.width()), "#d1d9e0", 1, "");
      text(LEFT - 8, y + 4, "end", "#59636e", measure.text(value));
      double step = plot.ends().lower() + share * plot.ends().width();
      String words = Reading.steps(Math.round(step));
      text(x(step), HEIGHT - 16, "middle", "#59636e", words);
    }
  }

  private double x(double step) {
    return LEFT + plot.x(step);
  }

  /** The thin raw line: in each unit of the width from the smallest to the largest value. */
  private void raw(Drawn line, LineStyle style) {
    if (line.isGroup()) {
      return;
    }
    Pyramid raw = line.first().curve(measure).raw();
    StringBuilder d = new StringBuilder();
    Extent extent = new Extent();
    double stepsPerUnit = plot.ends().width() / plot.width();
    for (int unit = 0; unit < plot.width(); unit++) {
      double step = plot.ends().lower() + unit * stepsPerUnit;
      extent.clear();
      raw.extent((int) Math.max(line.from(), step), (int) Math.ceil(step + stepsPerUnit), extent);
      if (!extent.isEmpty()) {
        d.append(
            format(
                "M%.1f %.1fV%.1f",
                LEFT + unit,
                TOP + plot.y(extent.lowest()) + 0.5,
                TOP + plot.y(extent.highest()) - 0.5));
      }
    }
    path(d.toString(), colour(style.rawArgb()), 1, opacity(style.rawArgb()));
  }

  private void main(Drawn line, LineStyle style) {
    StringBuilder d = new StringBuilder();
    double stepsPerUnit = plot.ends().width() / plot.width();
    boolean drawing = false;
    for (int unit = 0; unit <= plot.width(); unit++) {
      double step = plot.ends().lower() + unit * stepsPerUnit;
      double value = step < Math.max(1, line.from()) ? Double.NaN : line.smoothed(measure, step);
      if (!Double.isNaN(value)) {
        String joint = drawing ? "L" : "M";
        d.append(format("%s%.1f %.1f", joint, LEFT + unit, TOP + plot.y(value)));
      }
      drawing = !Double.isNaN(value);
    }
    path(d.toString(), colour(style.argb()), style.width(), dashes(style.dash()));
    StringBuilder held = new StringBuilder();
    for (Drawn.Point point : line.validations(measure)) {
      held.append(
          format(
              "%s%.1f %.1f",
              held.isEmpty() ? "M" : "L", x(point.steps()), TOP + plot.y(point.value())));
    }
    path(held.toString(), colour(style.validationArgb()), 2, " stroke-dasharray=\"7 5\"");
  }

  private void names(List<Drawn> drawn) {
    double y = TOP + 12;
    for (Drawn line : drawn) {
      boolean alone = drawn.size() == 1 && !line.isGroup();
      Color colour = alone ? inks.trainColour() : inks.colour(line);
      text(WIDTH - RIGHT + 12, y, "start", colour(argb(colour)), line.name());
      y += 18;
    }
    if (drawn.size() == 1 && !drawn.getFirst().validations(measure).isEmpty()) {
      text(
          WIDTH - RIGHT + 12,
          y,
          "start",
          colour(argb(inks.validationColour())),
          Words.of("curves.validationName"));
    }
  }

  private static int argb(Color colour) {
    return 0xff000000
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }

  private static String colour(int argb) {
    return "#%06x".formatted(argb & 0xffffff);
  }

  private static String opacity(int argb) {
    return format(" stroke-opacity=\"%.2f\"", (argb >>> 24) / 255.0);
  }

  private static String dashes(double[] dash) {
    StringBuilder all = new StringBuilder();
    for (double each : dash) {
      all.append(all.isEmpty() ? "" : " ").append(each);
    }
    return all.isEmpty() ? "" : " stroke-dasharray=\"" + all + "\"";
  }

  private void path(String d, String colour, double width, String more) {
    if (!d.isEmpty()) {
      add(
          "<path clip-path=\"url(#plot)\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\"%s"
              + " d=\"%s\"/>%n",
          colour, width, more, d);
    }
  }

  private void text(double x, double y, String anchor, String colour, String words) {
    String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, anchor, colour, escaped);
  }

  private void add(String format, Object... values) {
    svg.append(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
