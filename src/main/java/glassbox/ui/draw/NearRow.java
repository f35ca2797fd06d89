package glassbox.ui.draw;

import glassbox.data.Picture;
import glassbox.ui.controls.PixelView;
import glassbox.ui.session.NearTraining;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The training images that the network sees most like the drawing. */
final class NearRow extends HBox {
  private static final int PICTURE = 56;

  private @Nullable NearTraining shown;

  NearRow() {
    setId("near-training");
    getStyleClass().add("near-row");
    setAlignment(Pos.TOP_LEFT);
  }

  void show(@Nullable NearTraining near, List<String> names) {
    if (near != shown) {
      shown = near;
      getChildren().clear();
      if (near != null) {
        near.images().forEach(one -> getChildren().add(tile(one, names)));
      }
    }
  }

  private static VBox tile(NearTraining.One one, List<String> names) {
    Picture picture = one.picture();
    PixelView view = new PixelView(PICTURE);
    view.show(picture.gray(), picture.height(), picture.width());
    String name = names.get(one.label());
    view.setAccessibleText(Words.of("draw.near.one", one.number(), name));
    Label label = new Label(name);
    label.getStyleClass().add("tile-truth");
    VBox tile = new VBox(view, label);
    tile.getStyleClass().add("near-tile");
    tile.setAlignment(Pos.TOP_CENTER);
    Tooltip.install(
        tile,
        new Tooltip(
            Words.of("draw.near.help", one.number(), name, Figures.decimal(one.distance(), 2))));
    return tile;
  }
}
