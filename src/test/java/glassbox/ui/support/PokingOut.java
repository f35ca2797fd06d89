package glassbox.ui.support;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;

/**
 * Controls of cards that are not wholly on their card, and cards that are wider than their place.
 */
public final class PokingOut {
  private PokingOut() {}

  /** Those that reach over a left or right edge that nothing scrolls to, in words. */
  public static List<String> of(Parent root) {
    List<String> found = new ArrayList<>();
    for (Node card : root.lookupAll(".card-pane")) {
      addThose((Parent) card, card, found);
      addIfTooWide(card, found);
    }
    return found;
  }

  private static void addIfTooWide(Node card, List<String> found) {
    Node above = card.getParent();
    while (above != null && !(above instanceof ScrollPane)) {
      above = above.getParent();
    }
    if (above instanceof ScrollPane pane
        && pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER
        && isBeside(card, pane)) {
      found.add("pokes out of what scrolls: " + card);
    }
  }

  private static boolean isBeside(Node node, Node place) {
    Bounds at = place.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    return at.getMinX() < -0.5 || at.getMaxX() > place.getLayoutBounds().getWidth() + 0.5;
  }

  private static void addThose(Parent parent, Node card, List<String> found) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible() || !node.isManaged()) {
        continue;
      }
      if (node instanceof Control) {
        if (isBeside(node, card)) {
          found.add("pokes out: " + node);
        }
      } else if (node instanceof Parent inner) {
        addThose(inner, card, found);
      }
    }
  }
}
