package glassbox.ui.curves;

import glassbox.ui.controls.Card;
import glassbox.ui.controls.Exportable;
import glassbox.ui.controls.ScaledAxis;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A chart with its name, the value now or at the timeline's handle, and the validation there. */
final class CurveCard {
  /** The steps that the charts show, and which of them is drawn in a pulse. */
  record Sight(StepRange range, Turns turns) {}

  /** A card narrower than this has no room for long words in its header. */
  private static final double NARROW = 540;

  /** In a card narrower than this the newest validation stands in the legend alone. */
  private static final double ROOM_FOR_VALIDATION = 394;

  private final Measure measure;
  private final StepRange range;
  private final ReadOnlyLongProperty handle;
  private final ValueRange valueRange;
  private final ScaledAxis steps = new ScaledAxis(value -> Reading.steps(Math.round(value)));
  private final ScaledAxis values;
  private final CurveChart chart;
  private final Label now = new Label("–");
  private final Label validation = new Label();
  private final Label empty = new Label(Words.of("curves.empty"));
  private final Card card;
  private final Runnable drawing = this::draw;
  private final Runnable reading;
  private final Turns turns;
  private Runnable zoomed = () -> {};
  private Looked looked = Looked.NOTHING;

  /**
   * The card of a measure.
   *
   * @param sight what the charts share: the range of the steps, and whose turn it is
   * @param cursor the step under the mouse, shared by the charts, NaN for none
   * @param handle the step under the timeline's handle, -1 for none
   */
  CurveCard(Measure measure, Sight sight, DoubleProperty cursor, ReadOnlyLongProperty handle) {
    this.measure = measure;
    this.handle = handle;
    range = sight.range();
    turns = sight.turns();
    valueRange = new ValueRange(measure);
    values = new ScaledAxis(measure::tick);
    values.logarithmicProperty().bind(valueRange.logarithmicProperty());
    chart = new CurveChart(steps, values, measure, valueRange, cursor, handle);
    String name = measure.name().toLowerCase(Locale.ROOT);
    reading = chart::read;
    chart.setId(name + "-chart");
    chart.setFocusTraversable(true);
    now.setId(name + "-value");
    now.getStyleClass().add("value");
    now.setMinWidth(Region.USE_PREF_SIZE);
    validation.getStyleClass().add("muted");
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    card = new Card(measure.title(), new StackPane(chart, empty)).fact(now).fact(validation);
    new Gestures(steps, values, range, valueRange, cursor, this::changedByHand).listenTo(chart);
    range.endsProperty().addListener(property -> refresh());
    valueRange.logarithmicProperty().addListener(property -> refresh());
    cursor.addListener((property, before, now) -> follow());
    WhileShown.listen(
        card,
        handle,
        () -> {
          showValues();
          follow();
        });
    card.widthProperty().addListener(property -> showValues());
    refresh();
  }

  /** The chart as a picture, its lines as a drawing and their numbers. */
  Exportable exportable() {
    return Exportable.picture(measure.name().toLowerCase(Locale.ROOT), card)
        .withCsv(() -> CurveTable.of(measure, looked.drawn(), range.ends()))
        .withSvg(
            () -> CurveSvg.of(measure, chart.inks(), looked.drawn(), range.ends(), valueRange));
  }

  Card card() {
    return card;
  }

  ValueRange valueRange() {
    return valueRange;
  }

  /** The width of the plot, in points. */
  ReadOnlyDoubleProperty plotWidthProperty() {
    return steps.widthProperty();
  }

  /** Shows what has been looked at. */
  void show(Looked newLooked, double lastTick) {
    looked = newLooked;
    steps.setLastTick(lastTick);
    refresh();
  }

  /** Shows values that were chosen by hand before; null for those that the lines need. */
  void setZoom(ValueRange.@Nullable Ends chosen) {
    valueRange.setZoom(chosen);
    refresh();
  }

  /** Another run is in hand: what was chosen by hand for the former does not fit it. */
  void fitValues() {
    valueRange.fit();
  }

  /** Tells whenever the user has zoomed or moved. */
  void onChangedByHand(Runnable told) {
    zoomed = told;
  }

  private void changedByHand() {
    refresh();
    zoomed.run();
  }

  private void refresh() {
    showValues();
    turns.ask(drawing);
  }

  /** The mouse or the handle has moved; the lines stay. */
  private void follow() {
    chart.follow();
    turns.ask(reading);
  }

  private void draw() {
    boolean any = !looked.drawn().isEmpty();
    chart.setVisible(any);
    empty.setVisible(!any);
    valueRange.include(looked.drawn(), range);
    steps.setBounds(range.ends().lower(), range.ends().upper());
    values.setBounds(valueRange.lower(), valueRange.upper());
    chart.show(looked);
    turns.ask(reading);
  }

  private void showValues() {
    RunCurves inHand = looked.inHand();
    if (inHand == null || inHand.steps() == 0) {
      now.setText("–");
      validation.setText("");
      chart.setAccessibleText(Words.of("curves.accessible.none", measure.title()));
      return;
    }
    boolean past = handle.get() >= 0 && handle.get() < inHand.steps();
    int at = past ? (int) handle.get() : inHand.steps();
    Curve curve = inHand.curve(measure);
    double value = past ? curve.smoothedAt(at) : curve.now();
    double measured = Drawn.validationOf(inHand, measure, at);
    now.setText(measure.text(value));
    String key = card.getWidth() < NARROW ? "curves.validation.short" : "curves.validation";
    boolean room = card.getWidth() >= ROOM_FOR_VALIDATION;
    validation.setText(
        Double.isNaN(measured) || !room ? "" : Words.of(key, measure.text(measured)));
    chart.setAccessibleText(spoken(inHand, value, at));
  }

  private String spoken(RunCurves inHand, double value, int at) {
    String best =
        measure
            .best(inHand.validations())
            .map(point -> Words.of("curves.accessible.best", PointMarks.bestWords(measure, point)))
            .orElse("");
    String others =
        looked.drawn().size() == 1
            ? ""
            : Words.of("curves.accessible.lines", looked.drawn().size());
    String words =
        Words.of(
            "curves.accessible", measure.title(), inHand.run().name(), measure.text(value), at);
    for (String more : List.of(best, others)) {
      words = more.isEmpty() ? words : Words.of("curves.accessible.list", words, more);
    }
    return words;
  }
}
