package glassbox.ui.runs;

import glassbox.ui.controls.Card;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All runs in a tree, the selected one in full, and several trained at once. */
public final class RunsPane extends VBox {
  private static final double WIDE = 920;
  private static final double SIDE = 296;

  /** The cards at the right have this room for their scroll bar. */
  private static final Insets AWAY_FROM_THE_EDGE = new Insets(0, 12, 0, 0);

  private static final long NANOS_BETWEEN_LOOKS = 500_000_000L;

  private final TrainingSession session;
  private final RunsModel model;
  private final RunTable table;
  private final Details details;
  private final SweepCard sweep;
  private final Card list;
  private final ScrollPane side = new ScrollPane();
  private final Label count = Parts.label("", "muted");
  private final HintBar hint;
  private @Nullable Orientation arranged;
  private long looked;

  /**
   * The pane.
   *
   * @param opener shows a run's folder
   * @param toTrainView goes where the run that is looked at can be seen
   */
  public RunsPane(TrainingSession session, FolderOpener opener, Runnable toTrainView) {
    this.session = session;
    model = new RunsModel(session);
    RunCommands commands = new RunCommands(session, model, toTrainView);
    table = new RunTable(model, commands);
    details = new Details(commands, folder -> opener.open(folder, session::refuse));
    sweep = new SweepCard(session);
    hint = new HintBar(commands);
    getStyleClass().addAll("train-view", "runs-pane");
    VBox.setVgrow(table, Priority.ALWAYS);
    list =
        new Card(Words.of("runs.title"), table)
            .fact(count)
            .action(
                Parts.icon(
                    Feather.REFRESH_CW,
                    "runs-refresh",
                    Words.of("runs.refresh"),
                    session.runs()::refresh));
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.getStyleClass().addAll("runs-side", "edge-to-edge");
    VBox.setMargin(hint, AWAY_FROM_THE_EDGE);
    watch();
  }

  private void watch() {
    addEventFilter(KeyEvent.KEY_PRESSED, this::refreshByKey);
    widthProperty().addListener(property -> arrange());
    heightProperty().addListener(property -> fitHeight());
    sceneProperty().addListener(property -> shown());
    visibleProperty().addListener(property -> shown());
    table.onSelected(lines -> showDetails());
    model.onChange(this::showCount);
    session.stateProperty().addListener(property -> showDetails());
    session.runProperty().addListener(property -> table.selectFirst(session.runProperty().get()));
    showCount();
    arrange();
  }

  private void refreshByKey(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      session.runs().refresh();
      event.consume();
    }
  }

  /** It has come into sight: runs of the command line may have come meanwhile. */
  private void shown() {
    if (getScene() != null && isVisible()) {
      session.runs().refresh();
      table.selectFirst(session.runProperty().get());
      lookNow();
    }
  }

  // Arrangement

  private void arrange() {
    Orientation now = getWidth() >= WIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
    if (now == arranged) {
      return;
    }
    arranged = now;
    boolean wide = now == Orientation.HORIZONTAL;
    side.setContent(cards(wide));
    Pane both = wide ? new HBox(list, side) : new VBox(list, side);
    both.getStyleClass().add("runs-arrangement");
    HBox.setHgrow(list, Priority.ALWAYS);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox.setMargin(list, AWAY_FROM_THE_EDGE);
    side.setMinWidth(wide ? SIDE : 0);
    side.setPrefWidth(wide ? SIDE : USE_COMPUTED_SIZE);
    getChildren().setAll(both, hint);
    fitHeight();
  }

  /** What is selected above what can be trained, or beside it where there is no height. */
  private Pane cards(boolean wide) {
    Pane cards = wide ? new VBox(details, sweep) : new HBox(details, sweep);
    cards.getStyleClass().add("runs-cards");
    for (Pane card : List.of(details, sweep)) {
      HBox.setHgrow(card, Priority.ALWAYS);
      card.setMinWidth(0);
      card.setPrefWidth(SIDE);
    }
    return cards;
  }

  private void fitHeight() {
    boolean wide = arranged == Orientation.HORIZONTAL;
    side.setPrefHeight(wide ? USE_COMPUTED_SIZE : getHeight() * 0.42);
    side.setMinHeight(wide ? 0 : getHeight() * 0.42);
    list.setMinHeight(0);
  }

  // What it shows

  private void showCount() {
    int runs = model.all().size();
    count.setText(runs == 0 ? "" : Figures.count(runs));
  }

  private void showDetails() {
    details.show(table.selectedLines(), table.selectedRuns());
  }

  /** Once a frame: shows what has moved, about twice a second. */
  public void look() {
    long now = System.nanoTime();
    if (now - looked >= NANOS_BETWEEN_LOOKS && getScene() != null && isVisible()) {
      looked = now;
      lookNow();
    }
  }

  private void lookNow() {
    model.look();
    table.look();
    sweep.look();
    showDetails();
  }
}
