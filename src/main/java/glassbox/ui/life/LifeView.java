package glassbox.ui.life;

import glassbox.analysis.Life;
import glassbox.ui.controls.CanvasInk;
import glassbox.ui.controls.CrispCanvas;
import glassbox.ui.controls.CsvRow;
import glassbox.ui.controls.SvgInk;
import glassbox.ui.controls.ThemeColours;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * A life with the step that is looked at. A click goes to a step, to a flip where one is near;
 * arrow keys go from flip to flip.
 */
final class LifeView extends Region implements Worded {
  private static final double NEAR = 6;

  private final CrispCanvas canvas = new CrispCanvas();
  private final Line cursor = new Line();
  private final Tooltip tooltip = new Tooltip();
  private final ThemeColours theme =
      new ThemeColours(
          this::requestLayout,
          "card",
          "text",
          "muted",
          "line",
          "train",
          "validation",
          "correct",
          "incorrect",
          "bar-background");
  private final LongConsumer goTo;
  private @Nullable Life life;
  private List<String> names = List.of();
  private long steps = 1;
  private long step;

  /**
   * An empty view.
   *
   * @param goTo takes the step that somebody wants to see
   */
  LifeView(LongConsumer goTo) {
    this.goTo = goTo;
    setId("life");
    getStyleClass().addAll("life", "uses-arrows");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    setMinHeight(LifePainter.STRIP);
    cursor.getStyleClass().add("life-cursor");
    cursor.setMouseTransparent(true);
    getChildren().addAll(canvas, cursor, theme);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> tooltip.setText(words(stepAt(event.getX()))));
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    Tooltip.install(this, tooltip);
  }

  /**
   * Shows a life.
   *
   * @param newLife null for none
   * @param newSteps how far the run has come
   */
  void show(@Nullable Life newLife, List<String> newNames, long newSteps) {
    life = newLife == null || newLife.steps().length == 0 ? null : newLife;
    names = newNames;
    steps = Math.max(1, newSteps);
    setAccessibleText(life == null ? Words.of("life.accessible.empty") : summary(life));
    requestLayout();
  }

  /** Moves the mark of the step that is looked at. */
  void look(long newStep) {
    step = newStep;
    placeCursor();
  }

  private LifeScale scale() {
    return new LifeScale(steps, Math.max(1, getWidth()));
  }

  private void placeCursor() {
    double x = Math.clamp(Math.round(scale().x(Math.max(0, step))), 1, Math.max(1, getWidth() - 1));
    cursor.setStartX(x);
    cursor.setEndX(x);
    cursor.setEndY(getHeight());
    cursor.setVisible(life != null && step >= 0);
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext ink = canvas.open(getWidth(), getHeight());
    Life shown = life;
    if (shown != null) {
      new LifePainter(new CanvasInk(ink), theme, scale(), getHeight()).paint(shown, names);
    }
    placeCursor();
  }

  /** The life as a drawing. */
  Callable<String> svg() {
    SvgInk ink = new SvgInk(getAccessibleText(), getWidth(), getHeight(), theme.of("card"));
    Life shown = life;
    if (shown != null) {
      new LifePainter(ink, theme, scale(), getHeight()).paint(shown, names);
    }
    return ink.finished();
  }

  /** A row for each step that is known: the answer there, and the probability of each class. */
  Callable<String> csv() {
    Life shown = life;
    List<String> classes = names;
    return () -> shown == null ? "" : table(shown, classes);
  }

  private static String table(Life of, List<String> classes) {
    StringBuilder csv = new StringBuilder();
    CsvRow header = new CsvRow(csv).add("step").add("truth").add("answer");
    classes.forEach(name -> header.add("p " + name));
    header.end();
    for (int moment = 0; moment < of.steps().length; moment++) {
      CsvRow row = new CsvRow(csv).add(of.steps()[moment]).add(classes.get(of.truth()));
      row.add(classes.get(of.answers()[moment]));
      for (float share : of.shares()[moment]) {
        row.add(share);
      }
      row.end();
    }
    return csv.toString();
  }

  private String summary(Life of) {
    int flips = of.flips().size();
    String last = names.get(of.answers()[of.answers().length - 1]);
    return flips == 0
        ? Words.of("life.accessible.never", last)
        : Words.of("life.accessible", last, flips);
  }

  /** The step under a point, or the flip that is near it. */
  private long stepAt(double x) {
    long under = scale().step(x);
    return life == null
        ? under
        : life.flips().stream()
            .filter(flip -> Math.abs(scale().x(flip) - x) <= NEAR)
            .findFirst()
            .orElse(under);
  }

  private String words(long at) {
    Life of = life;
    if (of == null) {
      return Words.of("life.help");
    }
    int moment = 0;
    while (moment + 1 < of.steps().length && of.steps()[moment + 1] <= at) {
      moment++;
    }
    return Words.of(
        of.flips().contains(at) ? "life.at.flip" : "life.at",
        at,
        names.get(of.answers()[moment]),
        Figures.percent(of.shares()[moment][of.answers()[moment]], 0));
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (life != null) {
      goTo.accept(stepAt(event.getX()));
    }
  }

  private void typed(KeyEvent event) {
    Life of = life;
    if (of == null) {
      return;
    }
    switch (event.getCode()) {
      case LEFT ->
          goTo.accept(of.flips().reversed().stream().filter(f -> f < step).findFirst().orElse(0L));
      case RIGHT ->
          goTo.accept(of.flips().stream().filter(f -> f > step).findFirst().orElse(steps));
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public void retell() {
    requestLayout();
  }
}
