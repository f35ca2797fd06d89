package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.Settings;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.WindowBench;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first start: cards point at what matters, and keep nobody from training at once. */
@Timeout(240)
class TakeTheTourTest extends Journey {
  @Override
  WindowBench bench() {
    return WindowBench.withoutEnd(home);
  }

  @BeforeEach
  void startForTheFirstTime() {
    Fx.run(() -> {
      window.session.setStepsPerSecond(5);
      window.window().offerTour();
    });
  }

  private boolean isOpen() {
    return Fx.get(() -> window.scene().lookup("#tour").isVisible());
  }

  private String title() {
    return window.text("#tour-title");
  }

  @Test
  void enterGoesFromCardToCardAndLeavesTheWindowAsItWas() {
    List<String> seen = new ArrayList<>();
    while (isOpen()) {
      seen.add(title());
      assertInside(".tour-card");
      assertInside(".tour-ring");
      window.press(KeyCode.ENTER);
    }
    assertEquals(
        List.of("Press Space", "Watch it learn", "Go back in time", "See more of it", "Ask"), seen);
    assertEquals(State.READY, window.state());
    assertEquals("train", Fx.get(() -> window.scene().getFocusOwner().getId()));
  }

  @Test
  void theRingGoesWithWhatItMarks() {
    for (int moved = 20; moved <= 60; moved += 20) {
      int by = moved;
      Fx.run(() -> window.scene().lookup("#train").setTranslateX(by));
      Fx.await("it is around the button", () -> left("#train") - left(".tour-ring") == 4);
    }
  }

  private double left(String query) {
    Node node = window.scene().lookup(query);
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }

  private void assertInside(String query) {
    Fx.run(() -> {
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
      Node node = window.scene().lookup(query);
      Bounds at = node.localToScene(node.getLayoutBounds());
      boolean inside =
          at.getMinX() >= -4
              && at.getMinY() >= -4
              && at.getMaxX() <= window.scene().getWidth() + 4
              && at.getMaxY() <= window.scene().getHeight() + 4;
      assertTrue(inside && at.getWidth() > 0, query + " at " + at);
    });
  }

  @Test
  void dataThatAreReadMeanwhileDoNotTakeTheKeyboardAway() {
    window.use(window.dataFolder());
    Fx.await(
        "the card has it",
        () -> {
          Node owner = window.scene().getFocusOwner();
          return owner != null && "tour-next".equals(owner.getId());
        });
    window.press(KeyCode.ENTER);
    assertEquals("Watch it learn", title());
    assertEquals(State.READY, window.state());
    window.press(KeyCode.ESCAPE);
    assertEquals("train", Fx.get(() -> window.scene().getFocusOwner().getId()));
  }

  @Test
  void theRingGoesWhereItsTargetGoes() {
    Fx.run(() -> window.window().scene().getWindow().setWidth(960));
    Fx.await(
        "the ring is around the button",
        () -> {
          Bounds ring = inScene(".tour-ring");
          return ring.contains(inScene("#train")) && ring.getWidth() < 200;
        });
  }

  private Bounds inScene(String query) {
    Node node = window.scene().lookup(query);
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void spaceTrainsAtOnceAndTheTourFollows() {
    window.press(KeyCode.SPACE);
    Fx.await("it trains", () -> window.steps() >= 1);
    Fx.await("the curves are shown", () -> title().equals("Watch it learn"));
    assertTrue(isOpen());
    window.press(KeyCode.SPACE);
    window.awaitState(State.PAUSED);
  }

  @Test
  void escEndsItAndItComesBackOnlyWhenAskedFor() {
    window.press(KeyCode.ESCAPE);
    assertFalse(isOpen());
    Fx.run(() -> window.window().offerTour());
    assertFalse(isOpen(), "it was seen");
    window.click("#help");
    window.click("#help-tour");
    assertTrue(isOpen());
  }

  @Test
  void theNextStartDoesNotOfferItAgain() {
    window.closeWindow();
    assertTrue(Settings.load().truth("tour.seen", false));
  }

  @Test
  void whatItPointsAtWorks() {
    window.click("#view-errors");
    assertTrue(isOpen());
    window.click("#tour-skip");
    assertFalse(isOpen());
  }
}
