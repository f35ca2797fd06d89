package glassbox.ui.draw;

import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.data.Preparation.Stage;
import glassbox.ui.controls.GrayImages;
import glassbox.ui.session.DrawnAnswer;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One stage: its picture, what the network would answer to it, and whether it is carried out. */
final class StageView extends VBox {
  private static final int PICTURE = 84;

  private final Stage stage;
  private final ImageView picture = new ImageView();
  private final Label answer = new Label();
  private final CheckBox on;

  StageView(Stage stage, String title, String help, DrawModel model) {
    this.stage = stage;
    getStyleClass().add("stage");
    setAlignment(Pos.TOP_CENTER);
    on = new CheckBox(title);
    on.setId("stage-" + title.toLowerCase(Locale.ROOT));
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
    answer.setId("stage-answer-" + title.toLowerCase(Locale.ROOT));
    answer.getStyleClass().add("stage-answer");
    getChildren().addAll(stage == Stage.RAW ? name : on, frame, answer);
  }

  Stage stage() {
    return stage;
  }

  void show(DrawnAnswer.@Nullable Staged staged, Preparation preparation, List<String> names) {
    on.setSelected(preparation.on().contains(stage));
    picture.setVisible(staged != null);
    picture.setAccessibleText("The drawing at the stage " + on.getText());
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
    return String.format(Locale.ROOT, "%s  %.0f%%", name, Math.floor(100 * staged.confidence()));
  }

  /** Small ones enlarged by a whole multiple, large ones made smaller. */
  private void show(Picture shown, Preparation preparation) {
    boolean small = StageRow.isSmall(shown, preparation);
    int multiple = small ? StageRow.multiple(preparation, PICTURE) : 1;
    picture.setImage(GrayImages.enlarged(shown.gray(), shown.height(), shown.width(), multiple));
    picture.setPreserveRatio(true);
    picture.setSmooth(!small);
    boolean fits = shown.height() * multiple <= PICTURE && shown.width() * multiple <= PICTURE;
    picture.setFitWidth(fits ? 0 : PICTURE);
    picture.setFitHeight(fits ? 0 : PICTURE);
  }
}
