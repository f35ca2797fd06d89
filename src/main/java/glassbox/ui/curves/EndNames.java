package glassbox.ui.curves;

import glassbox.ui.controls.RunColours;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;

/** Names behind the lines' ends, one above the other where they would meet. */
final class EndNames extends Group {
  /** So many points are left free behind the lines. */
  static final double ROOM = 84;

  private static final double GAP = 6;
  private static final double ROUNDING = 0.5;

  private final Measure measure;
  private final List<Label> labels = new ArrayList<>();

  /** A name at the end of a line, in points from the upper left corner of the plot. */
  private record End(String name, String style, double x, double y) {}

  EndNames(Measure measure) {
    this.measure = measure;
    setManaged(false);
    setMouseTransparent(true);
  }

  /** Shows the names of the lines that end within the plot. */
  void show(Looked looked, Plot plot) {
    List<End> found = new ArrayList<>();
    boolean alone = looked.isOneRun();
    for (Drawn line : looked.drawn()) {
      double x = plot.x(line.steps());
      double value = Reading.newestOf(measure, line);
      if (Double.isNaN(value) || !plot.holds(line.steps()) || line.steps() < line.from()) {
        continue;
      }
      found.add(
          new End(
              alone ? Words.of("curves.train") : line.shortName(),
              alone ? "train-name" : RunColours.styleClass(line.ink()),
              x,
              plot.y(value)));
      List<Drawn.Point> points = line.validations(measure);
      if (alone && !points.isEmpty()) {
        double y = plot.y(points.getLast().value());
        found.add(new End(Words.of("curves.validationName"), "validation-name", x, y));
      }
    }
    place(found, plot);
  }

  private void place(List<End> found, Plot plot) {
    while (labels.size() < found.size()) {
      Label label = new Label();
      label.setManaged(false);
      label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // its end tells it from others
      labels.add(label);
      getChildren().add(label);
    }
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).setVisible(i < found.size());
      if (i < found.size()) {
        dress(labels.get(i), found.get(i));
      }
    }
    if (found.isEmpty()) {
      return;
    }
    double tall = labels.getFirst().prefHeight(-1);
    Spread spread = new Spread(tall, plot.height());
    for (int i = 0; i < found.size(); i++) {
      place(labels.get(i), found.get(i), spread, plot.width());
    }
  }

  /** Keeps a name within the plot; near the right edge it stands left of the line's end. */
  private static void place(Label label, End end, Spread spread, double width) {
    double wide = Math.min(label.prefWidth(-1), ROOM - GAP);
    double x = end.x();
    double left = x + GAP + wide > width + ROUNDING ? x - wide - GAP : x + GAP;
    double top = spread.place(left, left + wide, end.y() - spread.height() / 2);
    label.resizeRelocate(Math.round(left), Math.round(top), wide, spread.height());
  }

  private static void dress(Label label, End end) {
    if (!label.getStyleClass().contains(end.style())) {
      label.getStyleClass().setAll("label", "line-name", end.style());
      label.applyCss(); // its size is asked for at once
    }
    label.setText(end.name());
  }
}
