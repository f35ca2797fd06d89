package glassbox.ui.draw;

import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.data.Preparation.Stage;
import glassbox.ui.controls.PixelView;
import glassbox.ui.session.DrawnAnswer;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One stage: its picture, what the network would answer to it, and whether it is carried out. */
final class StageView extends VBox {
  private static final int PICTURE = 84;

  private final Stage stage;
  private final PixelView picture = new PixelView(PICTURE);
  private final Label answer = new Label();
  private final CheckBox on;

  StageView(Stage stage, DrawModel model) {
    String id = stage.name().toLowerCase(Locale.ROOT);
    String title = Words.of("draw.stage." + id);
    String help = Words.of("draw.stage." + id + ".help");
    this.stage = stage;
    getStyleClass().add("stage");
    setAlignment(Pos.TOP_CENTER);
    on = new CheckBox(title);
    on.setId("stage-" + id);
    on.setTooltip(new Tooltip(help));
    on.setMinWidth(Region.USE_PREF_SIZE);
    on.setOnAction(event -> model.setStage(stage, on.isSelected()));
    Label name = new Label(title);
    name.setTooltip(new Tooltip(help));
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("stage-frame");
    frame.setMinSize(PICTURE, PICTURE);
    frame.setPrefSize(PICTURE, PICTURE);
    frame.setMaxSize(PICTURE, PICTURE);
    answer.setId("stage-answer-" + id);
    answer.getStyleClass().add("stage-answer");
    getChildren().addAll(stage == Stage.RAW ? name : on, frame, answer);
  }

  Stage stage() {
    return stage;
  }

  void show(DrawnAnswer.@Nullable Staged staged, Preparation preparation, List<String> names) {
    on.setSelected(preparation.on().contains(stage));
    picture.setVisible(staged != null);
    picture.setAccessibleText(Words.of("draw.stage.picture", on.getText()));
    answer.setText("");
    if (staged != null) {
      show(staged.picture(), preparation);
      if (staged.isAnswered()) {
        answer.setText(words(staged, names));
        picture.setAccessibleText(picture.getAccessibleText() + ": " + answer.getText());
      }
    }
  }

  private static String words(DrawnAnswer.Staged staged, List<String> names) {
    String name = names.get(staged.answer());
    return Words.of("draw.stage.answer", name, Figures.percentDown(staged.confidence()));
  }

  /** Small ones enlarged by a whole multiple, large ones made smaller. */
  private void show(Picture shown, Preparation preparation) {
    if (StageRow.isSmall(shown, preparation)) {
      picture.setRoom(PICTURE * StageRow.shareOfFrame(shown, preparation));
      picture.show(shown.gray(), shown.height(), shown.width());
    } else {
      picture.setRoom(PICTURE);
      picture.fill(shown.gray(), shown.height(), shown.width());
    }
  }
}
