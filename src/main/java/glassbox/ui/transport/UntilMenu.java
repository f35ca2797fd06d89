package glassbox.ui.transport;

import glassbox.ui.session.Goal;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Typed;
import glassbox.ui.words.Words;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Trains until a step, an epoch or an accuracy, and pauses there. */
final class UntilMenu extends MenuButton {
  private final TrainingSession session;

  UntilMenu(TrainingSession session) {
    this.session = session;
    setGraphic(new FontIcon(Feather.FLAG));
    getStyleClass().add("until-menu");
    setId("until");
    setMinWidth(Region.USE_PREF_SIZE);
    setTooltip(new Tooltip(Words.of("transport.until.help")));
    setAccessibleText(Words.of("transport.until"));
    getItems()
        .addAll(
            item("step", "1000", "", 1, 1e9, value -> new Goal.Steps(Math.round(value))),
            item("epoch", "1", "", 1, 1e5, value -> new Goal.Epochs(Math.round(value))),
            item(
                "accuracy",
                "95",
                Words.of("transport.until.heldOut"),
                0,
                100,
                value -> new Goal.Accuracy(value / 100)));
  }

  private CustomMenuItem item(
      String name,
      String start,
      String unit,
      double least,
      double most,
      DoubleFunction<Goal> goal) {
    Label label = new Label(Words.of("transport.until." + name));
    label.setMinWidth(96);
    TextField input = new TextField(start);
    input.setId("until-" + name);
    input.setPrefWidth(72);
    input.setAlignment(Pos.CENTER_RIGHT);
    input.setAccessibleText(Words.of("transport.until.accessible." + name));
    Button train = new Button(Words.of("transport.train"));
    train.setId("train-until-" + name);
    train.setOnAction(event -> train(input, name, least, most, goal));
    input.setOnAction(event -> train(input, name, least, most, goal));
    Label after = new Label(unit);
    after.getStyleClass().add("muted");
    HBox row = new HBox(8, label, input, train, after);
    row.setAlignment(Pos.CENTER_LEFT);
    return new CustomMenuItem(row, false);
  }

  private void train(
      TextField input, String name, double least, double most, DoubleFunction<Goal> goal) {
    hide();
    try {
      double value =
          name.equals("accuracy") ? Typed.number(input.getText()) : Typed.count(input.getText());
      if (value >= least && value <= most) {
        session.train(goal.apply(value));
        return;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    session.refuse(
        Words.of(
            "transport.until.refused." + name,
            Math.round(least),
            Math.round(most),
            input.getText()));
  }
}
