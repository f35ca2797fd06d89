package glassbox.ui.words;

import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.Axis;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Says all that a part of the window shows in the language of now: texts, tooltips, accessible
 * texts, prompts, menus, columns. Nothing else of it changes.
 */
public final class Retelling {
  private Retelling() {}

  /** Retells a node and all below it, whether it is in a scene or not. */
  public static void of(Node node) {
    renew(node.accessibleTextProperty());
    renew(node.accessibleHelpProperty());
    renew(node.accessibleRoleDescriptionProperty());
    if (node.hasProperties()) { // an installed tooltip is kept there
      node.getProperties()
          .values()
          .forEach(value -> {
            if (value instanceof Tooltip tooltip) {
              of(tooltip);
            }
          });
    }
    switch (node) {
      case Text text -> renew(text.textProperty());
      case Axis<?> axis -> renew(axis.labelProperty());
      case Control control -> control(control);
      default -> {}
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(Retelling::of);
    }
    if (node instanceof Worded worded) {
      worded.retell();
    }
  }

  private static void renew(Property<String> text) {
    if (!text.isBound()) {
      text.setValue(Words.renew(text.getValue()));
    }
  }

  private static void of(@Nullable Tooltip tooltip) {
    if (tooltip != null) {
      renew(tooltip.textProperty());
    }
  }

  private static void control(Control control) {
    of(control.getTooltip());
    menu(control.getContextMenu());
    switch (control) {
      case MenuButton button -> {
        labeled(button);
        button.getItems().forEach(Retelling::of);
      }
      case Labeled labeled -> labeled(labeled);
      case TextInputControl input -> renew(input.promptTextProperty());
      case ComboBoxBase<?> box -> box(box);
      case ScrollPane pane -> content(pane, pane.getContent());
      case TreeTableView<?> table -> table(table);
      case ListView<?> list -> list(list);
      default -> {}
    }
  }

  private static void labeled(Labeled labeled) {
    renew(labeled.textProperty());
    content(labeled, labeled.getGraphic());
  }

  /** What will be a child as soon as the control has a skin. */
  private static void content(Control control, @Nullable Node content) {
    if (content != null && control.getSkin() == null) {
      of(content);
    }
  }

  private static void box(ComboBoxBase<?> box) {
    renew(box.promptTextProperty());
    if (box instanceof ComboBox<?> && box.getSkin() instanceof ComboBoxListViewSkin<?> skin) {
      of(skin.getPopupContent());
      if (skin.getPopupContent() instanceof ListView<?> list) {
        list.refresh();
      }
    }
  }

  private static void table(TreeTableView<?> table) {
    table.getColumns().forEach(Retelling::column);
    if (table.getPlaceholder() != null) {
      of(table.getPlaceholder());
    }
    table.refresh();
  }

  private static void list(ListView<?> list) {
    if (list.getPlaceholder() != null) {
      of(list.getPlaceholder());
    }
    list.refresh();
  }

  private static void column(TreeTableColumn<?, ?> column) {
    renew(column.textProperty());
    if (column.getGraphic() != null) {
      of(column.getGraphic());
    }
    menu(column.getContextMenu());
    column.getColumns().forEach(Retelling::column);
  }

  private static void menu(@Nullable ContextMenu menu) {
    if (menu != null) {
      menu.getItems().forEach(Retelling::of);
    }
  }

  private static void of(MenuItem item) {
    renew(item.textProperty());
    if (item.getGraphic() != null) {
      of(item.getGraphic());
    }
    if (item instanceof Menu menu) {
      menu.getItems().forEach(Retelling::of);
    }
  }
}
