package glassbox.ui.setup;

import glassbox.data.ImageDataset;
import glassbox.nn.LayerSpec;
import glassbox.training.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The layers from pixels to probabilities, with the shape of each one's weights. */
final class LayerList extends VBox {
  private static final Map<String, String> NAMES = Map.of("dense", "Dense", "relu", "ReLU");

  LayerList() {
    getStyleClass().add("layer-list");
  }

  void show(Recipe recipe, ImageDataset data) {
    getChildren().clear();
    add(
        String.format(Locale.ROOT, "%,d pixels", data.pixelsPerImage()),
        data.train().height() + " × " + data.train().width());
    int width = data.pixelsPerImage();
    for (LayerSpec layer : recipe.network()) {
      int outputs = layer.outputs(width);
      add(name(layer), layer.parameters(width) == 0 ? "" : "[" + width + " × " + outputs + "]");
      width = outputs;
    }
    add("Softmax", data.classes() + " classes");
    Label parameters =
        new Label(String.format(Locale.ROOT, "%,d parameters", recipe.parameters(data)));
    parameters.getStyleClass().add("muted");
    parameters.setId("parameter-count");
    getChildren().add(parameters);
  }

  private static String name(LayerSpec layer) {
    List<String> words = List.of(layer.text().split(" "));
    String kind = NAMES.getOrDefault(words.getFirst(), words.getFirst());
    return words.size() == 1 ? kind : kind + " " + words.get(1);
  }

  private void add(String name, String shape) {
    Label left = new Label(name);
    Label right = new Label(shape);
    right.getStyleClass().add("layer-shape");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(left, space, right);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("layer");
    getChildren().add(row);
  }
}
