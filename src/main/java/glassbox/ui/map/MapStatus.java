package glassbox.ui.map;

import glassbox.ui.session.Filter;
import glassbox.ui.session.MapInView;
import glassbox.ui.session.Selection;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How far the map is, with a button that stops it; and one that shows all images again. */
final class MapStatus extends HBox {
  private final MapInView map;
  private final Selection selection;
  private final ProgressBar bar = new ProgressBar();
  private final Label words = new Label();
  private final Button stop = button(Words.of("map.stop"), "map-stop", Words.of("map.stop.help"));
  private final Button goOn = button(Words.of("map.goOn"), "map-go-on", Words.of("map.goOn.help"));
  private final Button all =
      button(Words.of("map.showAll"), "map-show-all", Words.of("map.showAll.help"));

  MapStatus(MapInView map, Selection selection) {
    this.map = map;
    this.selection = selection;
    getStyleClass().add("map-status");
    setAlignment(Pos.CENTER_RIGHT);
    bar.setAccessibleText(Words.of("map.progress"));
    words.setId("map-progress");
    words.getStyleClass().add("map-progress");
    words.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(event -> map.stop());
    goOn.setOnAction(event -> map.goOn());
    all.setOnAction(event -> selection.show(Filter.ALL));
    getChildren().addAll(all, words, bar, stop, goOn);
    map.progressProperty().addListener(property -> refresh());
    map.stoppedProperty().addListener(property -> refresh());
    selection.filterProperty().addListener(property -> refresh());
    refresh();
  }

  private static Button button(String text, String id, String help) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("chip");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    return button;
  }

  private void refresh() {
    double share = map.progressProperty().get();
    boolean working = !Double.isNaN(share);
    show(bar, working);
    show(stop, working);
    show(words, working);
    show(goOn, map.stoppedProperty().get());
    show(all, !selection.filter().equals(Filter.ALL));
    if (working) {
      boolean still = getScene() != null && getScene().getPreferences().isReducedMotion();
      bar.setProgress(share > 0 || still ? share : ProgressBar.INDETERMINATE_PROGRESS);
      words.setText(share > 0 ? Figures.percent(share, 0) : "");
    }
  }

  private static void show(Region node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
