package glassbox.ui.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.text.Text;

/** The texts of a part of the window as they are laid out: which are cut, and which lie outside. */
public final class ShownTexts {
  private ShownTexts() {}

  /** All that is visible below a node, itself included. */
  public static void visit(Node node, Consumer<Node> use) {
    if (node.isVisible()) {
      use.accept(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> visit(child, use));
      }
    }
  }

  /** What labels, buttons and headers say. */
  public static List<String> all(Node root) {
    List<String> texts = new ArrayList<>();
    visit(
        root,
        node -> {
          if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
          } else if (node instanceof Text text
              && !(text.getParent() instanceof Labeled)
              && !text.getStyleClass().contains("ikonli-font-icon")) {
            texts.add(text.getText());
          }
        });
    return texts;
  }

  /**
   * Texts that are cut with an ellipsis and told nowhere else, or lie outside the root where
   * nothing scrolls.
   */
  public static List<String> cut(Parent root) {
    List<String> cut = new ArrayList<>();
    Bounds room = root.getLayoutBounds();
    visit(
        root,
        node -> {
          if (node instanceof Labeled labeled
              && labeled.getText() != null
              && !labeled.getText().isBlank()
              && isCuttable(labeled)) {
            if (isCut(labeled)) {
              cut.add("cut: " + where(labeled) + labeled.getText());
            } else if (isOutside(labeled, room)) {
              cut.add("outside: " + where(labeled) + labeled.getText());
            }
          }
        });
    return cut;
  }

  private static String where(Labeled labeled) {
    return String.join(".", labeled.getStyleClass()) + " #" + labeled.getId() + " ";
  }

  private static boolean isCuttable(Labeled labeled) {
    return labeled.getTextOverrun() == OverrunStyle.ELLIPSIS
        && labeled.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY;
  }

  private static boolean isCut(Labeled labeled) {
    return !isToldElsewhere(labeled)
        && labeled.getChildrenUnmodifiable().stream()
            .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
            .map(text -> ((Text) text).getText())
            .anyMatch(shown -> !shown.equals(labeled.getText()));
  }

  /**
   * In a tooltip that has it whole, in the list that the choice opens, or in the chart's legend.
   */
  private static boolean isToldElsewhere(Labeled labeled) {
    Tooltip tooltip = labeled.getTooltip();
    return tooltip != null && tooltip.getText().contains(labeled.getText())
        || labeled.getParent() instanceof ComboBoxBase<?>
        || labeled.getStyleClass().contains("line-name");
  }

  /** The same, without what at least explains itself when one points at it. */
  public static List<String> cutWithoutTooltip(Parent root) {
    List<String> cut = new ArrayList<>(cut(root));
    visit(
        root,
        node -> {
          if (node instanceof Labeled labeled && hasTooltip(labeled)) {
            cut.remove("cut: " + where(labeled) + labeled.getText());
          }
        });
    return cut;
  }

  private static boolean hasTooltip(Labeled labeled) {
    return labeled.getTooltip() != null
        || labeled.getParent() instanceof Control control && control.getTooltip() != null;
  }

  private static boolean isOutside(Labeled labeled, Bounds room) {
    for (Node above = labeled; above != null; above = above.getParent()) {
      if (above instanceof ScrollPane || above instanceof TreeTableView<?>) {
        return false;
      }
    }
    Bounds at = labeled.localToScene(labeled.getLayoutBounds());
    return at.getMinX() < -1
        || at.getMinY() < -1
        || at.getMaxX() > room.getWidth() + 1
        || at.getMaxY() > room.getHeight() + 1;
  }
}
