package glassbox.ui.curves;

import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The loss and the accuracy of the runs that are shown, side by side. */
public final class CurvesPane extends HBox {
  private final ObservableList<Run> runs;
  private final ReadOnlyObjectProperty<@Nullable Run> current;
  private final ReadOnlyLongProperty step;
  private final FrameClock clock;
  private final DrawnRuns drawn;
  private final RunMarks marks = new RunMarks();
  private final StepRange range = new StepRange();
  private final Turns turns = new Turns();
  private final SmoothingControl smoothing = new SmoothingControl();
  private final ToggleButton logarithmic = new ToggleButton(Words.of("curves.log"));
  private final List<CurveCard> cards;
  private boolean zooming;
  private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(this, "zoom");

  /**
   * The curves of a session.
   *
   * @param runs all of them, in order; drawn are those whose shownProperty is true
   * @param current the run in hand, drawn in any case; null before the first
   * @param step steps done under the timeline's handle, -1 for none
   * @param clock tells when to look at the runs
   */
  public CurvesPane(
      ObservableList<Run> runs,
      ReadOnlyObjectProperty<@Nullable Run> current,
      ReadOnlyLongProperty step,
      FrameClock clock) {
    getStyleClass().add("pane-row");
    this.runs = runs;
    this.current = current;
    this.step = step;
    this.clock = clock;
    drawn = new DrawnRuns(runs, current::get);
    DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    CurveCard.Sight sight = new CurveCard.Sight(range, turns);
    CurveCard loss = new CurveCard(Measure.LOSS, sight, cursor, step);
    CurveCard accuracy = new CurveCard(Measure.ACCURACY, sight, cursor, step);
    cards = List.of(loss, accuracy);
    loss.card().action(logarithmicButton(loss));
    loss.card().optionalAction(followButton());
    accuracy.card().optionalAction(smoothing);
    smoothing.wordyProperty().bind(accuracy.card().widthProperty().greaterThan(480));
    for (CurveCard curve : cards) {
      curve.card().exportable(curve.exportable());
      HBox.setHgrow(curve.card(), Priority.ALWAYS);
      getChildren().add(curve.card());
    }
    zoom.set(zoomNow());
    zoom.addListener((property, before, now) -> zoomTo(now));
    cards.forEach(curve -> curve.onChangedByHand(this::noteZoom));
    range.followingProperty().addListener((property, before, now) -> noteZoom());
    cards.forEach(card -> card.plotWidthProperty().addListener(property -> leaveRoom()));
    Runnable look = this::look;
    WhileShown.onShown(this, () -> clock.add(look), () -> clock.remove(look));
    WhileShown.listen(this, current, this::takeInHand);
    takeInHand();
  }

  /** A second view of the same curves, without controls. */
  public CurvesPane presented() {
    CurvesPane second = new CurvesPane(runs, current, step, clock);
    second.cards.forEach(curve -> curve.card().withoutActions());
    WhileShown.share(second, second.logarithmicProperty(), logarithmicProperty());
    WhileShown.share(second, second.smoothingProperty(), smoothingProperty());
    WhileShown.share(second, second.zoomProperty(), zoomProperty());
    return second;
  }

  private ToggleButton logarithmicButton(CurveCard loss) {
    chip(logarithmic, "logarithmic", Words.of("curves.log.accessible"));
    logarithmic.setTooltip(new Tooltip(Words.of("curves.log.help")));
    loss.valueRange().logarithmicProperty().bind(logarithmic.selectedProperty());
    logarithmic.setSelected(true);
    return logarithmic;
  }

  private ToggleButton followButton() {
    ToggleButton follow = new ToggleButton(Words.of("curves.follow"));
    chip(follow, "follow", Words.of("curves.follow.accessible"));
    follow.setTooltip(new Tooltip(Words.of("curves.follow.help", Words.of("curves.gestures"))));
    follow.selectedProperty().bindBidirectional(range.followingProperty());
    return follow;
  }

  private static void chip(ToggleButton button, String id, String spoken) {
    button.getStyleClass().add("chip");
    button.setId(id);
    button.setAccessibleText(spoken);
    button.setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Whether the loss is drawn on a logarithmic axis. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic.selectedProperty();
  }

  /** Share that the past keeps in the smoothed lines each step, from 0 to 0.999. */
  public DoubleProperty smoothingProperty() {
    return smoothing.smoothingProperty();
  }

  /** What the user has chosen to see; set, it is seen again. */
  public ObjectProperty<Zoom> zoomProperty() {
    return zoom;
  }

  private Zoom zoomNow() {
    return new Zoom(
        range.zoom(), cards.getFirst().valueRange().zoom(), cards.getLast().valueRange().zoom());
  }

  private void noteZoom() {
    if (!zooming) {
      zoom.set(zoomNow());
    }
  }

  /** Where it has come from here, everything is seen already. */
  private void zoomTo(Zoom wanted) {
    if (!wanted.equals(zoomNow())) {
      zooming = true;
      cards.getFirst().setZoom(wanted.loss());
      cards.getLast().setZoom(wanted.accuracy());
      range.setZoom(wanted.steps());
      zooming = false;
    }
  }

  /** For the names at the lines' ends, in the narrower of the charts. */
  private void leaveRoom() {
    double plotWidth =
        cards.stream().mapToDouble(card -> card.plotWidthProperty().get()).min().orElseThrow();
    range.setRoom(plotWidth > 2 * EndNames.ROOM ? EndNames.ROOM / plotWidth : 0.17);
  }

  private void takeInHand() {
    if (range.followingProperty().get()) {
      range.fit();
      cards.forEach(CurveCard::fitValues);
    }
    look();
  }

  /** Draws what has come since the last look. */
  void look() {
    boolean changed = drawn.look(smoothingProperty().get());
    changed |= marks.read(current.get());
    if (changed) {
      show();
    }
  }

  /** Whether both charts show what was looked at; otherwise the next pulse draws. */
  boolean isDrawn() {
    return turns.isOver();
  }

  private void show() {
    RunCurves inHand = drawn.curvesInHand();
    long total = drawn.all().stream().mapToLong(Drawn::steps).max().orElse(100);
    if (inHand != null) {
      total = Math.max(total, inHand.run().totalSteps());
    }
    Looked looked = new Looked(drawn.all(), inHand, marks);
    double lastTick = total;
    cards.forEach(card -> card.show(looked, lastTick));
    range.setReach(total, inHand == null ? total : inHand.steps());
  }
}
