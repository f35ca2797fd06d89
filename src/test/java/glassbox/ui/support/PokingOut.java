package glassbox.ui.support;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;

/** Controls of cards that are not wholly on their card. */
public final class PokingOut {
  private PokingOut() {}

  /** Those that reach over the left or the right edge of their card, in words. */
  public static List<String> of(Parent root) {
    List<String> found = new ArrayList<>();
    for (Node card : root.lookupAll(".card-pane")) {
      addThose((Parent) card, card, found);
    }
    return found;
  }

  private static void addThose(Parent parent, Node card, List<String> found) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible() || !node.isManaged()) {
        continue;
      }
      if (node instanceof Control) {
        Bounds at = card.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double width = card.getLayoutBounds().getWidth();
        if (at.getMinX() < -0.5 || at.getMaxX() > width + 0.5) {
          found.add("pokes out: " + node);
        }
      } else if (node instanceof Parent inner) {
        addThose(inner, card, found);
      }
    }
  }
}
