package glassbox.ui.map;

import glassbox.analysis.Projection.Method;
import glassbox.training.HiddenLayer;
import glassbox.ui.session.MapChoice;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the map is made and coloured, and how it is looked at. */
final class MapTools extends FlowPane {
  /** What stands in the list of layers. */
  private record Layer(int number, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  private final ObjectProperty<MapChoice> choice;
  private final ComboBox<Layer> layers = new ComboBox<>();
  private final BooleanProperty byError = new SimpleBooleanProperty();
  private final ToggleButton lasso =
      new ToggleButton(Words.of("map.lasso"), new FontIcon(Feather.CROP));
  private boolean showing;

  MapTools(ObjectProperty<MapChoice> choice) {
    this.choice = choice;
    getStyleClass().add("map-tools");
    layers.setId("map-layer");
    layers.getStyleClass().add("chip");
    layers.setTooltip(new Tooltip(Words.of("map.layer.help")));
    layers.setAccessibleText(Words.of("map.layer.help"));
    layers.valueProperty().addListener((property, before, now) -> chooseLayer(now));
    lasso.setId("map-lasso");
    lasso.getStyleClass().add("chip");
    lasso.setTooltip(new Tooltip(Words.of("map.lasso.help")));
    lasso.setAccessibleText(Words.of("map.lasso.accessible"));
    getChildren().addAll(methods(), layers, colours(), lasso);
    choice.addListener(property -> showLayer());
    setLayers(List.of());
  }

  private Node methods() {
    HBox box = segments();
    for (Method method : Method.values()) {
      ToggleButton button = new ToggleButton(method.title());
      button.setId("map-" + method.word());
      button.setTooltip(new Tooltip(help(method)));
      button.setAccessibleText(help(method));
      button.setOnAction(event -> choice.set(choice.get().withMethod(method)));
      Runnable select = () -> button.setSelected(choice.get().method() == method);
      button.selectedProperty().addListener(property -> select.run()); // one is always chosen
      choice.addListener(property -> select.run());
      select.run();
      box.getChildren().add(button);
    }
    return box;
  }

  private static String help(Method method) {
    return switch (method) {
      case PCA -> Words.of("map.pca");
      case TSNE -> Words.of("map.tsne");
      case UMAP -> Words.of("map.umap");
    };
  }

  private Node colours() {
    HBox box = segments();
    box.getChildren().addAll(colour("map.byClass", false), colour("map.byError", true));
    return box;
  }

  private ToggleButton colour(String key, boolean error) {
    ToggleButton button = new ToggleButton(Words.of(key));
    button.setId(error ? "map-by-error" : "map-by-class");
    button.setTooltip(
        new Tooltip(error ? Words.of("map.byError.help") : Words.of("map.byClass.help")));
    button.setAccessibleText(Words.of(key + ".accessible"));
    button.setOnAction(event -> byError.set(error));
    Runnable select = () -> button.setSelected(byError.get() == error);
    button.selectedProperty().addListener(property -> select.run());
    byError.addListener(property -> select.run());
    select.run();
    return button;
  }

  private static HBox segments() {
    HBox box = new HBox();
    box.getStyleClass().addAll("segments", "map-segments");
    return box;
  }

  /** Adds buttons that zoom. */
  void addZoom(Consumer<Double> zoom, Runnable fit) {
    getChildren()
        .add(
            new HBox(
                4,
                button(
                    "map-zoom-out",
                    Feather.ZOOM_OUT,
                    Words.of("map.zoomOut"),
                    () -> zoom.accept(1 / 1.5)),
                button(
                    "map-zoom-in", Feather.ZOOM_IN, Words.of("map.zoomIn"), () -> zoom.accept(1.5)),
                button("map-fit", Feather.MAXIMIZE, Words.of("map.fit"), fit)));
  }

  private static Button button(String id, Feather icon, String help, Runnable command) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("button-icon", "map-button");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setOnAction(event -> command.run());
    return button;
  }

  /** The layers of the network that is looked at. */
  void setLayers(List<HiddenLayer> hidden) {
    List<Layer> items = new ArrayList<>();
    items.add(new Layer(0, Words.of("map.layer.pixels")));
    for (HiddenLayer each : hidden) {
      items.add(
          new Layer(each.number(), Words.of("map.layer.hidden", each.number(), each.units())));
    }
    if (!items.equals(layers.getItems())) {
      showing = true;
      layers.getItems().setAll(items);
      showing = false;
    }
    showLayer();
  }

  private void showLayer() {
    showing = true;
    int last = layers.getItems().size() - 1;
    layers.getSelectionModel().select(Math.min(choice.get().layer(), last));
    showing = false;
  }

  private void chooseLayer(Layer chosen) {
    if (!showing && chosen != null) {
      choice.set(choice.get().withLayer(chosen.number()));
    }
  }

  BooleanProperty byErrorProperty() {
    return byError;
  }

  BooleanProperty lassoProperty() {
    return lasso.selectedProperty();
  }
}
