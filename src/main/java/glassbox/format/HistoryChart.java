package glassbox.format;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** Loss or accuracy over a run's steps: single mini-batches, their moving average, validation. */
final class HistoryChart {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 700;

  /** From the picture's edge to the text in its card. */
  private static final int INSET = 2 * Picture.MARGIN;

  private static final int LEFT = 88;
  private static final int TOP = 104;
  private static final int RIGHT = INSET;
  private static final int BOTTOM = 108;
  private static final int MOST_EPOCH_LINES = 12;

  /** Epochs are named where they are at least so many pixels wide. */
  private static final int NAMED_EPOCH = 64;

  private final Typeface type;
  private final ReportData data;
  private final HistoryCurves curves;

  HistoryChart(Typeface type, ReportData data, HistoryCurves curves) {
    this.type = type;
    this.data = data;
    this.curves = curves;
  }

  Picture draw() {
    Picture picture = new Picture(WIDTH, HEIGHT);
    picture.card();
    header(picture);
    HistoryPlot plot = new HistoryPlot(type, curves, epochEnds());
    XYChart chart = plot.chart(WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    Graphics2D corner = (Graphics2D) picture.graphics().create();
    corner.translate(LEFT, TOP);
    chart.paint(corner, chart.getWidth(), chart.getHeight());
    corner.dispose();
    values(picture, chart);
    steps(picture, chart, plot.stepScale());
    epochs(picture, chart);
    legend(picture);
    return picture;
  }

  /** The steps that epochs end at, but for the last step. */
  private List<Integer> epochEnds() {
    int epochs = (int) data.course().epochOf(Math.max(0, curves.raw().y().length - 1));
    return epochs > MOST_EPOCH_LINES
        ? List.of()
        : IntStream.rangeClosed(1, epochs).mapToObj(e -> (int) data.course().stepsOf(e)).toList();
  }

  /** "Loss 0.140 validation 0.118", and at the right the run's title. */
  private void header(Picture picture) {
    int y = 56;
    int end = picture.text(curves.title(), INSET, y, type.heading());
    if (!curves.smoothed().isEmpty()) {
      end = picture.text(curves.text(curves.smoothed().last()), end + 12, y, type.value());
    }
    if (!curves.validation().isEmpty()) {
      String value = "validation " + curves.text(curves.validation().last());
      end = picture.text(value, end + 12, y, type.note());
    }
    String title = Typeface.fitted(data.title(), type.note().font(), WIDTH - INSET - end - 40);
    picture.textRight(title, WIDTH - INSET, y, type.note());
  }

  /** The labels of the vertical axis; XChart's have no 2 and 5 between the powers of ten. */
  private void values(Picture picture, XYChart chart) {
    picture.text(curves.axis(), INSET, TOP - 14, type.caption());
    for (double tick : curves.scale().ticks(6)) {
      int y = TOP + (int) Math.round(chart.getScreenYFromChart(tick));
      picture.textRight(ChartScale.label(tick) + curves.unit(), LEFT - 10, y + 4, type.caption());
    }
  }

  private void steps(Picture picture, XYChart chart, ChartScale steps) {
    int below = HEIGHT - BOTTOM + 20;
    for (double tick : steps.ticks(8)) {
      String label = String.format(Locale.ROOT, "%,.0f", tick);
      picture.textCentered(label, x(chart, tick), below, type.caption());
    }
    picture.textRight("step", WIDTH - INSET, below + 20, type.caption());
  }

  private void epochs(Picture picture, XYChart chart) {
    if (x(chart, data.course().stepsPerEpoch()) - x(chart, 0) < NAMED_EPOCH) {
      return;
    }
    int epoch = 1;
    for (int end : epochEnds()) {
      epoch++;
      String label = "epoch " + epoch;
      picture.text(label, x(chart, end) + 4, TOP - 2, type.caption());
    }
  }

  private static int x(XYChart chart, double step) {
    return LEFT + (int) Math.round(chart.getScreenXFromChart(step));
  }

  private void legend(Picture picture) {
    boolean validated = !curves.validation().isEmpty();
    int x = validated ? 390 : 460;
    x = entry(picture, x, "mini-batch", Palette.TRAIN_RAW, HistoryPlot.THIN);
    x = entry(picture, x, "train, smoothed", Palette.TRAIN, HistoryPlot.THICK);
    if (validated) {
      entry(picture, x, "validation", Palette.VALIDATION, HistoryPlot.DASHED);
      diamond(picture.graphics(), x + 16, HEIGHT - 46);
    }
  }

  /** A sample of a line and its name; returns where the next one starts. */
  private int entry(Picture picture, int x, String name, Color color, Stroke stroke) {
    int y = HEIGHT - 46;
    Graphics2D g = picture.graphics();
    g.setStroke(stroke);
    g.setColor(color);
    g.drawLine(x, y, x + 32, y);
    return picture.text(name, x + 40, y + 5, new Ink(type.regular(14), Palette.TEXT)) + 32;
  }

  private static void diamond(Graphics2D g, int x, int y) {
    g.setColor(Palette.VALIDATION);
    g.fillPolygon(new int[] {x - 5, x, x + 5, x}, new int[] {y, y - 5, y, y + 5}, 4);
  }
}
