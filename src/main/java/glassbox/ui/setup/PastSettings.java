package glassbox.ui.setup;

import glassbox.ui.session.Playhead;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
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
                () -> Words.of("setup.past", playhead.stepProperty().get()),
                playhead.stepProperty(),
                Words.languageProperty()));
    Label words = new Label(Words.of("setup.past.words"));
    words.getStyleClass().add("past-settings-words");
    words.setWrapText(true);
    Button forkHere = button("past-fork", Words.of("setup.past.fork"), fork);
    forkHere.setTooltip(new Tooltip(Words.of("setup.past.fork.help")));
    Button live = button("past-live", Words.of("setup.past.live"), session::showNewest);
    live.setTooltip(new Tooltip(Words.of("setup.past.live.help")));
    FlowPane buttons = new FlowPane(8, 8, forkHere, live); // two rows in some languages
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
