package glassbox.ui;

import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the keys do. */
final class ShortcutSheet extends VBox {
  /** What the keys are called and what they do: {@code window.keys.NAME} and {@code .does}. */
  private static final List<String> ALL =
      List.of(
          "train",
          "forward",
          "back",
          "ends",
          "epoch",
          "fork",
          "views",
          "full",
          "data",
          "guess",
          "chart",
          "log",
          "theme",
          "arrows",
          "enter",
          "runs",
          "undo",
          "export",
          "zoom",
          "present",
          "help",
          "settings",
          "sheet",
          "close");

  ShortcutSheet(Diagnostics diagnostics) {
    getStyleClass().addAll("card-pane", "shortcut-sheet");
    setId("shortcut-sheet");
    setFocusTraversable(true);
    setAccessibleText(Words.of("window.keys"));
    Label title = new Label(Words.of("window.keys"));
    title.getStyleClass().add("card-title");
    GridPane rows = new GridPane();
    rows.getStyleClass().add("shortcut-rows");
    for (int i = 0; i < ALL.size(); i++) {
      Label keys = new Label(Words.of("window.keys." + ALL.get(i)));
      keys.getStyleClass().add("key");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      Label does = new Label(Words.of("window.keys." + ALL.get(i) + ".does"));
      does.setWrapText(true);
      does.setMinHeight(Region.USE_PREF_SIZE);
      rows.addRow(i, keys, does);
    }
    Button copy = new Button(Words.of("window.diagnostics"));
    copy.setId("copy-diagnostics");
    copy.setTooltip(new Tooltip(Words.of("window.diagnostics.help")));
    copy.setAccessibleText(Words.of("window.diagnostics"));
    copy.setOnAction(event -> {
      diagnostics.copy("");
      copy.setText(Words.of("window.diagnostics.copied"));
    });
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("shortcut-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll, copy);
  }
}
