package glassbox.ui.transport;

import glassbox.ui.session.FrameClock;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Data set, start and stop, speed, progress: everything that one needs during a lecture. */
public final class TransportBar extends HBox {
  private final Button train = new Button("Train", new FontIcon(Feather.PLAY));
  private final Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));

  /**
   * The bar.
   *
   * @param start starts a run, or says why not
   * @param extras what stands at the right end
   */
  public TransportBar(
      TrainingSession session,
      FrameClock clock,
      DatasetFinder finder,
      Runnable start,
      Node... extras) {
    getStyleClass().add("transport");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label("Glassbox");
    title.getStyleClass().add("program-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    train.setId("train");
    train.getStyleClass().add("accent");
    train.setMinWidth(Region.USE_PREF_SIZE);
    train.setTooltip(new Tooltip("Train a new network  (Space)"));
    train.setOnAction(event -> start.run());
    train
        .disableProperty()
        .bind(
            session
                .stateProperty()
                .isEqualTo(State.RUNNING)
                .or(session.stateProperty().isEqualTo(State.LOADING))
                .or(session.stateProperty().isEqualTo(State.EMPTY)));
    stop.setId("stop");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setTooltip(new Tooltip("End the run here; what it has learned stays  (Space)"));
    stop.setOnAction(event -> session.stop());
    stop.disableProperty().bind(session.stateProperty().isNotEqualTo(State.RUNNING));
    DatasetChoice choice = new DatasetChoice(session, finder);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            title,
            choice,
            space(),
            train,
            stop,
            new SpeedControl(session),
            space(),
            new RunStatus(session, clock));
    getChildren().addAll(extras);
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** The button that the keyboard is to be at when the window opens. */
  public Node firstFocus() {
    return train;
  }
}
