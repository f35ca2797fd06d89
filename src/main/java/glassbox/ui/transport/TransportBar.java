package glassbox.ui.transport;

import glassbox.ui.session.FrameClock;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Data set, train and pause, step, speed, progress: everything that one needs in a lecture. */
public final class TransportBar extends HBox {
  /** Below this width the smaller buttons show their icons alone. */
  private static final double ROOM_FOR_WORDS = 1360;

  /** Below this width there is no room for what one can do without. */
  private static final double ROOM_FOR_TITLES = 1200;

  private final TrainingSession session;
  private final Button train;

  /**
   * The bar.
   *
   * @param start trains or lets go on, or says why not
   * @param extras what stands at the right end
   */
  public TransportBar(
      TrainingSession session,
      FrameClock clock,
      DatasetFinder finder,
      Runnable start,
      Node... extras) {
    this.session = session;
    getStyleClass().add("transport");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label("Glassbox");
    title.getStyleClass().add("program-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_TITLES));
    title.managedProperty().bind(title.visibleProperty());
    spacingProperty().bind(Bindings.when(title.visibleProperty()).then(10).otherwise(6));
    train = trainButton(start);
    DatasetChoice choice = new DatasetChoice(session, finder);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    UntilMenu until = new UntilMenu(session);
    until.disableProperty().bind(cannotTrain());
    getChildren()
        .addAll(
            title,
            choice,
            space(),
            train,
            stepButton(),
            epochButton(),
            until,
            stopButton(),
            new SpeedControl(session, title.visibleProperty()),
            space(),
            new RunStatus(session, clock));
    getChildren().addAll(extras);
    session
        .stateProperty()
        .addListener((property, before, now) -> {
          if (before == State.LOADING && !isTyping()) {
            train.requestFocus(); // it could not have the keyboard while data were read
          }
        });
  }

  private boolean isTyping() {
    return getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
  }

  private Button trainButton(Runnable start) {
    FontIcon icon = new FontIcon(Feather.PLAY);
    Button button = new Button(Words.of("transport.train"), icon);
    button.setId("train");
    button.getStyleClass().add("accent");
    button.setMinWidth(104); // for all its words, so that its neighbours stay where they are
    Tooltip help = new Tooltip();
    button.setTooltip(help);
    button.setOnAction(event -> {
      if (session.state() == State.RUNNING) {
        session.pause();
      } else {
        start.run();
      }
    });
    button
        .disableProperty()
        .bind(
            session
                .stateProperty()
                .isEqualTo(State.LOADING)
                .or(session.stateProperty().isEqualTo(State.EMPTY)));
    Runnable show =
        () -> {
          State state = session.state();
          boolean running = state == State.RUNNING;
          button.setText(
              running
                  ? Words.of("transport.pause")
                  : state == State.PAUSED
                      ? Words.of("transport.goOn")
                      : Words.of("transport.train"));
          icon.setIconCode(running ? Feather.PAUSE : Feather.PLAY);
          help.setText(
              running
                  ? Words.of("transport.pause.help")
                  : state == State.PAUSED
                      ? Words.of("transport.goOn.help")
                      : Words.of("transport.train.help"));
          button.setAccessibleText(help.getText());
        };
    session.stateProperty().addListener(property -> show.run());
    show.run();
    return button;
  }

  private BooleanBinding cannotTrain() {
    return session
        .stateProperty()
        .isEqualTo(State.RUNNING)
        .or(session.stateProperty().isEqualTo(State.LOADING))
        .or(session.stateProperty().isEqualTo(State.EMPTY));
  }

  private Button stepButton() {
    Button step =
        small(
            "step",
            Words.of("transport.step"),
            Feather.CHEVRON_RIGHT,
            Words.of("transport.step.help"));
    step.setOnAction(event -> session.step(1));
    step.disableProperty().bind(cannotTrain());
    return step;
  }

  private Button epochButton() {
    Button epoch =
        small(
            "epoch",
            Words.of("transport.epoch"),
            Feather.SKIP_FORWARD,
            Words.of("transport.epoch.help"));
    epoch.setOnAction(event -> session.finishEpoch());
    epoch.disableProperty().bind(cannotTrain());
    return epoch;
  }

  private Button stopButton() {
    Button stop =
        small("stop", Words.of("transport.stop"), Feather.SQUARE, Words.of("transport.stop.help"));
    stop.setOnAction(event -> session.stop());
    stop.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> session.runInHand() == null, session.stateProperty()));
    return stop;
  }

  private Button small(String id, String words, Feather icon, String help) {
    Button button = new Button(words, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.getStyleClass().add("transport-button");
    button
        .disabledProperty()
        .addListener((property, before, disabled) -> {
          if (disabled && button.isFocused()) {
            train.requestFocus(); // otherwise the speed would get the arrow keys
          }
        });
    button
        .contentDisplayProperty()
        .bind(
            Bindings.when(widthProperty().lessThan(ROOM_FOR_WORDS))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    return button;
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
