package glassbox.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What the keys do. */
final class ShortcutSheet extends VBox {
  private record Shortcut(String keys, String does) {}

  private static final List<Shortcut> ALL =
      List.of(
          new Shortcut("Space", "train, or stop"),
          new Shortcut("F", "full speed, and back"),
          new Shortcut("1  2", "MNIST, Fashion-MNIST"),
          new Shortcut("L", "logarithmic or linear loss"),
          new Shortcut("T", "light or dark"),
          new Shortcut("Arrows", "from image to image in the gallery"),
          new Shortcut("Enter", "enlarge the image"),
          new Shortcut("Ctrl+Z  Ctrl+Y", "undo, redo a change of the recipe"),
          new Shortcut("?  F1", "this sheet"),
          new Shortcut("Esc", "close what is on top"));

  ShortcutSheet() {
    getStyleClass().addAll("card-pane", "shortcut-sheet");
    setId("shortcut-sheet");
    setFocusTraversable(true);
    Label title = new Label("Keys");
    title.getStyleClass().add("card-title");
    GridPane rows = new GridPane();
    rows.getStyleClass().add("shortcut-rows");
    for (int i = 0; i < ALL.size(); i++) {
      Label keys = new Label(ALL.get(i).keys());
      keys.getStyleClass().add("key");
      rows.addRow(i, keys, new Label(ALL.get(i).does()));
    }
    getChildren().addAll(title, rows);
  }
}
