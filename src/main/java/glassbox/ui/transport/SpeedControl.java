package glassbox.ui.transport;

import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How many steps a second, from one to as many as there can be. */
final class SpeedControl extends HBox {
  /** The slider's right end; just before it are 10,000 steps a second. */
  private static final double FULL = 4.2;

  private final TrainingSession session;
  private final Slider slider = new Slider(0, FULL, FULL);
  private final Label words = new Label();
  private boolean showing;

  /**
   * The control.
   *
   * @param named whether there is room for its name
   */
  SpeedControl(TrainingSession session, ObservableBooleanValue named) {
    this.session = session;
    Label name = new Label(Words.of("transport.speed.name"));
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.visibleProperty().bind(named);
    name.managedProperty().bind(name.visibleProperty());
    slider.setId("speed");
    slider.setPrefWidth(96);
    slider.setMinWidth(64);
    slider.setBlockIncrement(0.2);
    slider.setAccessibleText(Words.of("transport.speed.accessible"));
    slider.setTooltip(new Tooltip(Words.of("transport.speed.help")));
    slider.valueProperty().addListener((property, before, now) -> moved(now.doubleValue()));
    words.getStyleClass().add("muted");
    words.setMinWidth(46);
    words.setId("speed-words");
    setAlignment(Pos.CENTER);
    setSpacing(8);
    getChildren().addAll(name, slider, words);
    session.stepsPerSecondProperty().addListener((property, before, now) -> show());
    show();
  }

  private void moved(double value) {
    if (!showing) {
      session.setStepsPerSecond(value > 4.1 ? Double.POSITIVE_INFINITY : Math.pow(10, value));
    }
  }

  private void show() {
    double pace = session.stepsPerSecondProperty().get();
    showing = true;
    slider.setValue(Double.isInfinite(pace) ? FULL : Math.log10(pace));
    showing = false;
    words.setText(
        Double.isInfinite(pace)
            ? Words.of("transport.speed.full")
            : Words.of("transport.speed.steps", Math.round(pace)));
  }
}
