package glassbox.ui.draw;

import glassbox.data.OwnImages.OwnImage;
import glassbox.data.Picture;
import glassbox.ui.controls.PixelView;
import glassbox.ui.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One kept drawing: its image, its label, what the network takes it for. */
final class KeptCell extends ListCell<KeptDrawing> {
  private static final int PICTURE = 28;

  private final PixelView view = new PixelView(PICTURE);
  private final Label label = new Label();
  private final Label answer = new Label();
  private final Label part = new Label();
  private final Button delete = new Button(null, new FontIcon(Feather.X));
  private final HBox line;

  KeptCell(Consumer<OwnImage> deleting) {
    label.getStyleClass().add("tile-truth");
    part.getStyleClass().add("muted");
    delete.getStyleClass().addAll("small-icon", "flat");
    delete.setTooltip(new Tooltip(Words.of("draw.keep.delete.help")));
    delete.setAccessibleText(Words.of("draw.keep.delete"));
    delete.setMinWidth(Region.USE_PREF_SIZE);
    delete.setOnAction(event -> {
      KeptDrawing shown = getItem();
      if (shown != null) {
        deleting.accept(shown.image());
      }
    });
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    line = new HBox(view, label, answer, space, part, delete);
    line.getStyleClass().add("kept-line");
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable KeptDrawing item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    Picture picture = item.picture();
    view.show(picture.gray(), picture.height(), picture.width());
    label.setText(item.label());
    answer.setText(item.answer().isEmpty() ? "" : item.isRight() ? "✓" : "→ " + item.answer());
    answer.getStyleClass().removeAll("kept-right", "tile-answer");
    answer.getStyleClass().add(item.isRight() ? "kept-right" : "tile-answer");
    part.setText(
        item.image().isTest() ? Words.of("draw.keep.part.test") : Words.of("draw.keep.part.train"));
    setAccessibleText(Words.of("draw.keep.one", item.label()));
    setGraphic(line);
  }
}
