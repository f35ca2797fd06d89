package glassbox.ui.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** Which screen is the projector's. */
class ProjectorTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 900);
  private static final Rectangle2D RIGHT = new Rectangle2D(1440, 0, 1920, 1080);
  private static final Rectangle2D LEFT = new Rectangle2D(-1280, 100, 1280, 720);

  private static Optional<Rectangle2D> other(Point2D middle, Rectangle2D... screens) {
    return Projector.other(List.of(screens), Function.identity(), middle);
  }

  @Test
  void itIsTheOneThatTheMainWindowIsNotOn() {
    Point2D onLaptop = new Point2D(720, 450);
    assertEquals(Optional.of(RIGHT), other(onLaptop, LAPTOP, RIGHT));
    assertEquals(Optional.of(LEFT), other(onLaptop, LEFT, LAPTOP));
    assertEquals(Optional.of(LAPTOP), other(new Point2D(2400, 540), LAPTOP, RIGHT));
    assertEquals(Optional.of(RIGHT), other(new Point2D(-600, 400), RIGHT, LEFT));
  }

  @Test
  void thereIsNoneWithOneScreenOrWhereBothShowTheSame() {
    Point2D onLaptop = new Point2D(720, 450);
    assertEquals(Optional.empty(), other(onLaptop, LAPTOP));
    assertEquals(Optional.empty(), other(onLaptop, LAPTOP, new Rectangle2D(0, 0, 1280, 720)));
  }
}
