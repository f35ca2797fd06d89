package glassbox.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What the keys do. */
final class ShortcutSheet extends VBox {
  private record Shortcut(String keys, String does) {}

  private static final List<Shortcut> ALL =
      List.of(
          new Shortcut("Space", "train, pause, go on"),
          new Shortcut("→  Shift+→", "one step, 100 steps: trained, or forward on the timeline"),
          new Shortcut("←  Shift+←", "back on the timeline"),
          new Shortcut("Home  End", "start of the run, newest step"),
          new Shortcut("E  S", "train to the end of the epoch; stop"),
          new Shortcut("B", "fork at the step that is looked at"),
          new Shortcut("Alt+1  Alt+2  …", "the views, from top to bottom"),
          new Shortcut("F", "full speed, and back"),
          new Shortcut("1  2", "MNIST, Fashion-MNIST"),
          new Shortcut("G", "guess the loss before you train"),
          new Shortcut("+  -  0", "on a chart: zoom, show everything; arrows move it"),
          new Shortcut("L", "logarithmic or linear loss"),
          new Shortcut("T", "light, dark, high contrast"),
          new Shortcut("Arrows", "from image to image, cell to cell of the matrix, flip to flip"),
          new Shortcut("Enter", "enlarge the image; show the images of a cell (Esc: all)"),
          new Shortcut("F2  Del  X  F5", "among the runs: rename, delete, draw, read again"),
          new Shortcut("Ctrl+Z  Ctrl+Y", "undo, redo"),
          new Shortcut("F1  Shift+F1", "help on this view; what is this?"),
          new Shortcut("Ctrl+,", "settings"),
          new Shortcut("?", "this sheet"),
          new Shortcut("Esc", "close what is on top"));

  ShortcutSheet(Diagnostics diagnostics) {
    getStyleClass().addAll("card-pane", "shortcut-sheet");
    setId("shortcut-sheet");
    setFocusTraversable(true);
    setAccessibleText("Keys");
    Label title = new Label("Keys");
    title.getStyleClass().add("card-title");
    GridPane rows = new GridPane();
    rows.getStyleClass().add("shortcut-rows");
    for (int i = 0; i < ALL.size(); i++) {
      Label keys = new Label(ALL.get(i).keys());
      keys.getStyleClass().add("key");
      rows.addRow(i, keys, new Label(ALL.get(i).does()));
    }
    Button copy = new Button("Copy diagnostics");
    copy.setId("copy-diagnostics");
    copy.setTooltip(
        new Tooltip("Copy version, system, screens and settings, without names and paths"));
    copy.setAccessibleText("Copy diagnostics");
    copy.setOnAction(event -> {
      diagnostics.copy("");
      copy.setText("Copied");
    });
    getChildren().addAll(title, rows, copy);
  }
}
