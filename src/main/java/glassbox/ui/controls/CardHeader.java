package glassbox.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A title with remarks behind it, and controls at the right end. Where there is little room, first
 * the controls go that can be done without, the last one first; then the remarks of which too
 * little would be left to be understood. The title and the other controls stay whole.
 */
final class CardHeader extends HBox {
  /** What is to be left of a remark at least. */
  private static final double READABLE = 0.6;

  private static final double LEAST_TITLE = 60;
  private static final String TITLE = "card-title";

  private final HBox facts = new HBox();
  private final HBox actions = new HBox();
  private final List<Node> optional = new ArrayList<>();

  CardHeader(String title) {
    getStyleClass().add("card-header");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0); // it is as wide as its card
    facts.getStyleClass().add("card-facts");
    facts.setAlignment(Pos.BASELINE_LEFT);
    facts.setMaxHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(facts, Priority.ALWAYS);
    actions.getStyleClass().add("card-actions");
    actions.setAlignment(Pos.CENTER_RIGHT);
    if (!title.isEmpty()) { // otherwise the first fact is the title
      Label heading = new Label(title);
      heading.getStyleClass().add(TITLE);
      facts.getChildren().add(heading);
    }
    getChildren().addAll(facts, actions);
  }

  HBox facts() {
    return facts;
  }

  HBox actions() {
    return actions;
  }

  /** Adds a control that is left out where there is no room for it. */
  void addOptional(Node node) {
    optional.add(node);
    actions.getChildren().add(node);
  }

  @Override
  protected void layoutChildren() {
    double comfortable = getWidth() - getSpacing();
    double narrow = comfortable;
    for (Node node : actions.getChildren()) {
      if (!optional.contains(node)) {
        comfortable -= node.prefWidth(-1) + actions.getSpacing();
        narrow -= node.minWidth(-1) + actions.getSpacing();
      }
    }
    leaveOutActions(comfortable - facts.minWidth(-1));
    leaveOutRemarks(comfortable, narrow);
    super.layoutChildren();
  }

  private void leaveOutActions(double room) {
    double left = room + actions.getSpacing();
    for (Node node : optional) {
      left -= node.prefWidth(-1) + actions.getSpacing();
      show(node, left >= 0);
    }
  }

  private void leaveOutRemarks(double room, double roomOfTitle) {
    double left = room;
    for (Node node : facts.getChildren()) {
      if (isRemark(node)) {
        boolean fits = left >= READABLE * node.prefWidth(-1);
        show(node, fits);
        left -= fits ? node.prefWidth(-1) + facts.getSpacing() : 0;
      } else {
        keepWhole(node, roomOfTitle);
        left -= node.prefWidth(-1) + facts.getSpacing();
      }
    }
  }

  /** A title is cut only where it is longer than all there is, not for the sake of a remark. */
  private static void keepWhole(Node node, double room) {
    if (node instanceof Label title && title.getStyleClass().contains(TITLE)) {
      double least = Math.min(title.prefWidth(-1), Math.max(room, LEAST_TITLE));
      if (title.getMinWidth() != least) {
        title.setMinWidth(least);
      }
    }
  }

  /** Titles, marks and figures that ask for their room are none. */
  private static boolean isRemark(Node node) {
    return node instanceof Label label
        && !label.getStyleClass().contains(TITLE)
        && label.getMinWidth() != Region.USE_PREF_SIZE
        && !label.visibleProperty().isBound()
        && !label.managedProperty().isBound();
  }

  private static void show(Node node, boolean shown) {
    if (shown != node.isManaged()) {
      node.setVisible(shown);
      node.setManaged(shown);
    }
  }
}
