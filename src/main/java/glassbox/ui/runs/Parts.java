package glassbox.ui.runs;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Nodes that the cards of this pane are made of. */
final class Parts {
  private Parts() {}

  static Button button(String text, String id, String help, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(help));
    button.setOnAction(event -> action.run());
    return button;
  }

  static Button icon(Feather icon, String id, String help, Runnable action) {
    Button button = button("", id, help, action);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll("flat", "small-icon");
    button.setAccessibleText(help);
    return button;
  }

  static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A text that takes as many lines as it needs. */
  static Label wrapped(String... styles) {
    Label label = label("", styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Takes no room while it is hidden. */
  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
