package glassbox.ui.setup;

import glassbox.ui.session.Playhead;
import glassbox.ui.session.TrainingSession;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says, while a step is looked at that is over, that the settings are those of that step, and how
 * they can be changed all the same.
 */
final class PastSettings extends VBox {
  PastSettings(TrainingSession session, Runnable fork) {
    getStyleClass().add("past-settings");
    setId("past-settings");
    Playhead playhead = session.playhead();
    Label title = new Label();
    title.setId("past-settings-title");
    title.getStyleClass().add("past-settings-title");
    title.setGraphic(new FontIcon(Feather.CLOCK));
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    String.format(
                        Locale.ROOT, "Settings at step %,d", playhead.stepProperty().get()),
                playhead.stepProperty()));
    Label words = new Label("What is over cannot be changed, but forked.");
    words.getStyleClass().add("past-settings-words");
    words.setWrapText(true);
    Button forkHere = button("past-fork", "Change in a fork", fork);
    forkHere.setTooltip(
        new Tooltip("A new run that shares the past up to this step, and then differs  (B)"));
    Button live = button("past-live", "Live", session::showNewest);
    live.setTooltip(new Tooltip("Return to the newest step and its settings  (End)"));
    HBox buttons = new HBox(8, forkHere, live);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, words, buttons);
    visibleProperty().bind(session.recipeInView().pastProperty());
    managedProperty().bind(visibleProperty());
  }

  private static Button button(String id, String words, Runnable deed) {
    Button button = new Button(words);
    button.setId(id);
    button.getStyleClass().add("chip");
    button.setOnAction(event -> deed.run());
    return button;
  }
}
