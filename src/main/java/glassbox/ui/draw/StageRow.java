package glassbox.ui.draw;

import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.data.Preparation.Stage;
import glassbox.ui.session.DrawnAnswer;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The pictures on the way from the drawing to what the network is given. */
final class StageRow extends HBox {
  private final List<StageView> views;

  StageRow(DrawModel model) {
    setId("stages");
    getStyleClass().add("stage-row");
    setAlignment(Pos.TOP_LEFT);
    views =
        List.of(
            new StageView(Stage.RAW, model),
            new StageView(Stage.INK, model),
            new StageView(Stage.CROP, model),
            new StageView(Stage.SCALE, model),
            new StageView(Stage.CENTRE, model));
    getChildren().addAll(views);
  }

  /** Shows the stages of a drawing; without one, what can be switched. */
  void show(@Nullable DrawnAnswer answer, Preparation preparation, List<String> names) {
    for (StageView view : views) {
      DrawnAnswer.Staged staged =
          answer == null ? null : answer.stages().get(view.stage().ordinal());
      view.show(staged, preparation, names);
    }
  }

  /** How long a picture's longer side is, measured by that of the frame. */
  static double shareOfFrame(Picture picture, Preparation preparation) {
    int frame = Math.max(preparation.framing().height(), preparation.framing().width());
    return (double) Math.max(picture.height(), picture.width()) / frame;
  }

  static boolean isSmall(Picture picture, Preparation preparation) {
    return picture.height() <= preparation.framing().height()
        && picture.width() <= preparation.framing().width();
  }
}
