package glassbox.ui.setup;

import glassbox.data.ImageDataset;
import glassbox.nn.LayerSpec;
import glassbox.training.Recipe;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The layers from pixels to probabilities with the shapes between them. Each has a menu to insert,
 * move and remove, and a field for its number where it has one.
 */
final class LayerEditor extends VBox {
  private static final Map<String, String> NAMES =
      Map.of(
          "dense", "Dense",
          "relu", "ReLU",
          "leaky-relu", "Leaky ReLU",
          "tanh", "Tanh",
          "sigmoid", "Sigmoid",
          "gelu", "GELU",
          "batchnorm", "Batch norm",
          "dropout", "Dropout");

  /** What can be inserted, with a sensible number. */
  private static final List<String> INSERTABLE =
      List.of(
          "dense 128",
          "relu",
          "leaky-relu 0.01",
          "tanh",
          "sigmoid",
          "gelu",
          "batchnorm",
          "dropout 0.2");

  private final SetupModel model;
  private final ObservableBooleanValue locked;
  private final ObservableBooleanValue past;

  /**
   * No layers yet.
   *
   * @param locked whether the layers cannot change
   * @param past whether not even what may change within a run can
   */
  LayerEditor(SetupModel model, ObservableBooleanValue locked, ObservableBooleanValue past) {
    this.model = model;
    this.locked = locked;
    this.past = past;
    getStyleClass().add("layer-list");
  }

  void show(Recipe recipe, ImageDataset data) {
    getChildren().clear();
    add(
        new Label(Words.of("setup.layers.pixels", data.pixelsPerImage())),
        data.train().height() + " × " + data.train().width());
    int width = data.pixelsPerImage();
    List<LayerSpec> layers = recipe.network();
    for (int i = 0; i < layers.size(); i++) {
      int outputs = layers.get(i).outputs(width);
      addLayer(layers.get(i), i, i == layers.size() - 1, "[" + width + " × " + outputs + "]");
      width = outputs;
    }
    add(new Label("Softmax"), Words.of("setup.layers.classes", data.classes()));
    Label parameters = new Label(Words.of("setup.layers.parameters", recipe.parameters(data)));
    parameters.getStyleClass().add("muted");
    parameters.setId("parameter-count");
    getChildren().add(parameters);
  }

  private void addLayer(LayerSpec layer, int index, boolean last, String shape) {
    String[] words = layer.text().split(" ");
    Label name = new Label(NAMES.getOrDefault(words[0], words[0]));
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = add(name, words[0].equals("dense") ? shape : "");
    if (words.length > 1) {
      row.getChildren().add(1, last ? new Label(words[1]) : number(words[0], words[1], index));
    }
    row.getChildren().add(menu(index, last, name.getText()));
  }

  private TextField number(String kind, String value, int index) {
    TextField field = new TextField(value);
    field.getStyleClass().add("layer-number");
    field.setId("layer-" + index);
    field.setPrefWidth(56);
    field.setAlignment(Pos.CENTER_RIGHT);
    String what =
        Words.of(
            kind.equals("dense")
                ? "setup.layer.units"
                : kind.equals("dropout") ? "setup.layer.rate" : "setup.layer.slope");
    field.setAccessibleText(Words.of("setup.layer.accessible", what, index));
    field.setTooltip(new Tooltip(Words.of("setup.layer.help", what)));
    boolean changesInARun = kind.equals("dropout");
    field.disableProperty().bind(changesInARun ? past : locked);
    Runnable use =
        () -> {
          if (!field.getText().strip().equals(value)) {
            model.replaceLayer(index, kind + " " + field.getText().strip());
          }
        };
    field.setOnAction(event -> use.run());
    field
        .focusedProperty()
        .addListener((property, before, focused) -> {
          if (!focused && field.getScene() != null) {
            use.run();
          }
        });
    return field;
  }

  private MenuButton menu(int index, boolean last, String name) {
    MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_VERTICAL));
    menu.getStyleClass().add("layer-menu");
    menu.setId("layer-menu-" + index);
    menu.setAccessibleText(Words.of("setup.layer.change", name, index));
    menu.setTooltip(new Tooltip(Words.of("setup.layer.menu")));
    menu.disableProperty().bind(locked);
    Menu insert = new Menu(Words.of("setup.layer.insert"));
    for (String text : INSERTABLE) {
      String kind = text.split(" ")[0];
      insert
          .getItems()
          .add(
              item(
                  NAMES.getOrDefault(kind, kind),
                  () -> model.insertLayer(index, LayerSpec.parse(text))));
    }
    menu.getItems().add(insert);
    if (!last) {
      menu.getItems()
          .addAll(
              item(Words.of("setup.layer.up"), () -> model.moveLayer(index, -1)),
              item(Words.of("setup.layer.down"), () -> model.moveLayer(index, 1)),
              item(Words.of("setup.layer.remove"), () -> model.removeLayer(index)));
    }
    return menu;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private HBox add(Node left, String shape) {
    Label right = new Label(shape);
    right.getStyleClass().add("layer-shape");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(6, left, space, right);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("layer");
    getChildren().add(row);
    return row;
  }
}
