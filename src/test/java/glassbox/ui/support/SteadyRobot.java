package glassbox.ui.support;

import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;

/**
 * A robot that looks at the scene on the JavaFX thread only. TestFX looks from the thread of the
 * test, and a view that is being filled at that moment has fewer or more children than it had at
 * the last glance.
 */
public final class SteadyRobot extends FxRobot {
  @Override
  public NodeQuery lookup(String query) {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException("look for %s on the JavaFX thread".formatted(query));
    }
    return super.lookup(query);
  }

  private Point2D middle(String query) {
    return Fx.get(() -> middleWhereItWillBe(lookup(query).match(Node::isVisible).query()));
  }

  private Point2D middle(Node node) {
    return Fx.get(() -> middleWhereItWillBe(node));
  }

  /** What has changed since the last pulse may move it. */
  private Point2D middleWhereItWillBe(Node node) {
    Parent root = node.getScene().getRoot();
    root.applyCss();
    root.layout();
    return point(node).query();
  }

  @Override
  public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
    return clickOn(middle(query), motion, buttons);
  }

  @Override
  public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
    return clickOn(middle(node), motion, buttons);
  }

  @Override
  public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
    return doubleClickOn(middle(query), motion, buttons);
  }

  @Override
  public FxRobot moveTo(Node node, Pos position, Point2D offset, Motion motion) {
    return moveTo(Fx.get(() -> point(node).atPosition(position).atOffset(offset).query()), motion);
  }

  @Override
  public FxRobot drag(Node node, MouseButton... buttons) {
    return drag(middle(node), buttons);
  }
}
