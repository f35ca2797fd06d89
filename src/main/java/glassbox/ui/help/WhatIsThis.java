package glassbox.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Explains what is pointed at: the words that stand there are looked up in the glossary, and the
 * tooltip says what a control does.
 */
final class WhatIsThis {
  private final Scene scene;
  private final Function<String, Optional<Glossary.Entry>> find;
  private final Consumer<Glossary.Entry> more;
  private final EventHandler<MouseEvent> onMouse = this::mouse;
  private final EventHandler<KeyEvent> onKey = this::key;
  private @Nullable Explanation shown;
  private boolean pointing;

  /**
   * For a window.
   *
   * @param find looks a word up
   * @param more shows an entry in full
   */
  WhatIsThis(
      Scene scene, Function<String, Optional<Glossary.Entry>> find, Consumer<Glossary.Entry> more) {
    this.scene = scene;
    this.find = find;
    this.more = more;
  }

  /** The next click explains. */
  void begin() {
    if (!pointing) {
      pointing = true;
      scene.getRoot().setCursor(Cursor.CROSSHAIR);
      scene.addEventFilter(MouseEvent.ANY, onMouse);
      scene.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
    }
  }

  private void end() {
    pointing = false;
    scene.getRoot().setCursor(null);
    scene.removeEventFilter(MouseEvent.ANY, onMouse);
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    }
  }

  private void mouse(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_MOVED
        || event.getEventType() == MouseEvent.MOUSE_ENTERED_TARGET
        || event.getEventType() == MouseEvent.MOUSE_EXITED_TARGET) {
      return;
    }
    event.consume();
    if (event.getEventType() == MouseEvent.MOUSE_CLICKED) {
      end();
      explain(new Point2D(event.getSceneX(), event.getSceneY()));
    }
  }

  private void explain(Point2D at) {
    List<Node> path = pathTo(at);
    Optional<Glossary.Entry> entry =
        path.stream()
            .flatMap(node -> words(node).stream())
            .flatMap(words -> find.apply(words).stream())
            .findFirst();
    Optional<String> does = path.stream().flatMap(node -> does(node).stream()).findFirst();
    if (shown != null) {
      shown.hide();
    }
    shown = new Explanation(entry.orElse(null), does.orElse(null), more);
    shown.show(scene, at);
  }

  /** The nodes below a point, the innermost first; disabled ones are explained, too. */
  private List<Node> pathTo(Point2D at) {
    List<Node> path = new ArrayList<>();
    Node node = scene.getRoot();
    while (node != null) {
      path.addFirst(node);
      node = node instanceof Parent parent ? childAt(parent, at) : null;
    }
    return path;
  }

  private static @Nullable Node childAt(Parent parent, Point2D at) {
    List<Node> children = parent.getChildrenUnmodifiable();
    for (int i = children.size() - 1; i >= 0; i--) {
      Node child = children.get(i);
      if (child.isVisible() && child.contains(child.sceneToLocal(at))) {
        return child;
      }
    }
    return null;
  }

  /** What stands at a node, also what names it beside, such as the label of a field. */
  private static List<String> words(Node node) {
    List<String> words = new ArrayList<>();
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      words.add(labeled.getText());
    } else if (node instanceof Text text) {
      words.add(text.getText());
    }
    if (node.getAccessibleText() != null) {
      words.add(node.getAccessibleText());
    }
    if (node.getId() != null) {
      words.add(node.getId());
    }
    if (node.getParent() != null && !(node.getParent().getParent() == null)) {
      node.getParent().getChildrenUnmodifiable().stream()
          .filter(Labeled.class::isInstance)
          .map(sibling -> ((Labeled) sibling).getText())
          .filter(text -> text != null && !text.isBlank())
          .limit(1)
          .forEach(words::add);
    }
    return words;
  }

  private static Optional<String> does(Node node) {
    if (node instanceof Control control && control.getTooltip() != null) {
      return Optional.ofNullable(control.getTooltip().getText());
    }
    Object installed = node.getProperties().get("javafx.scene.control.Tooltip");
    return installed instanceof Tooltip tooltip
        ? Optional.ofNullable(tooltip.getText())
        : Optional.empty();
  }
}
