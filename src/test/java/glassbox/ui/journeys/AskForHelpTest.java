package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody does not know a word, and finds out what it means. */
@Timeout(60)
class AskForHelpTest extends Journey {
  /** All words of the page that is open. */
  private String page() {
    return Fx.get(() -> {
      ScrollPane page = (ScrollPane) window.scene().lookup("#help-page");
      return page.getContent().lookupAll(".markdown-text").stream()
          .map(text -> ((Text) text).getText())
          .collect(Collectors.joining(" "));
    });
  }

  private Node card() {
    return Fx.get(() -> window.scene().lookup("#help-card"));
  }

  @Test
  void f1ExplainsTheViewThatIsOpen() {
    window.press(KeyCode.F1);
    assertTrue(page().startsWith("Train"), page());
    window.press(KeyCode.ESCAPE);
    assertNull(card());
    window.click("#view-runs");
    window.press(KeyCode.F1);
    assertTrue(page().startsWith("Runs"), page());
  }

  @Test
  void aLinkLeadsToTheWordInTheGlossary() {
    window.press(KeyCode.F1);
    window.click("#help-glossary");
    window.retype("#glossary-search", "step size");
    assertTrue(page().isEmpty(), "nothing is called that: " + page());
    window.retype("#glossary-search", "nesterov");
    assertTrue(page().startsWith("Momentum"), page());
  }

  @Test
  void whatIsPointedAtIsExplainedAndNotDone() {
    window.robot.press(KeyCode.SHIFT).type(KeyCode.F1).release(KeyCode.SHIFT);
    window.click("#train");
    assertNotNull(explanation());
    assertEquals(State.READY, window.state(), "the click only asks");
    window.press(KeyCode.ESCAPE);
    window.click("#train");
    Fx.await("it trains now", () -> window.session.state() != State.READY);
  }

  @Test
  void aSettingLeadsToItsEntry() {
    window.click("#help");
    window.click("#help-point");
    window.click("#epochs");
    assertNotNull(explanation());
    window.click("#explanation-more");
    assertTrue(page().startsWith("Epoch"), page());
  }

  @Test
  void escEndsThePointing() {
    window.click("#help");
    window.click("#help-point");
    window.press(KeyCode.ESCAPE);
    window.click("#theme");
    assertNull(explanation());
  }

  private Node explanation() {
    return Fx.get(() -> window.robot.lookup("#explanation").tryQuery().orElse(null));
  }
}
