package glassbox.ui.tour;

import glassbox.ui.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A title, a sentence or two, and the way on or out. */
final class TourCard extends VBox {
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label number = new Label();
  private final Button next =
      button("tour-next", Words.of("tour.next"), Words.of("tour.next.help"));
  private final Button skip =
      button("tour-skip", Words.of("tour.skip"), Words.of("tour.skip.help"));

  TourCard(Runnable onNext, Runnable onSkip) {
    setId("tour-card");
    getStyleClass().addAll("card-pane", "tour-card");
    title.getStyleClass().add("card-title");
    title.setId("tour-title");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    number.getStyleClass().add("muted");
    number.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(number, Priority.ALWAYS);
    next.getStyleClass().add("accent");
    next.setOnAction(event -> onNext.run());
    skip.setOnAction(event -> onSkip.run());
    HBox way = new HBox(8, number, skip, next);
    way.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, text, way);
  }

  private static Button button(String id, String words, String help) {
    Button button = new Button(words);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(help));
    return button;
  }

  void show(Stop stop, int which, int of) {
    boolean last = which == of;
    title.setText(stop.title());
    text.setText(stop.text());
    number.setText(Words.of("tour.number", which, of));
    next.setText(last ? Words.of("tour.done") : Words.of("tour.next"));
    skip.setVisible(!last);

    next.setAccessibleText(
        Words.of("tour.spoken", number.getText(), stop.title(), stop.text(), next.getText()));
    skip.setAccessibleText(Words.of("tour.skip.accessible"));
  }

  void takeKeyboard() {
    next.requestFocus();
  }

  boolean hasKeyboard() {
    Node owner = getScene().getFocusOwner();
    return owner == next || owner == skip;
  }
}
