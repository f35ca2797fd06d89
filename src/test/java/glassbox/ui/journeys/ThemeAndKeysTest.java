package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import glassbox.ui.Settings;
import glassbox.ui.Theme;
import glassbox.ui.support.Fx;
import java.util.OptionalDouble;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Light, dark and high contrast, the sheet of keys, and what single keys do. */
@Timeout(240)
class ThemeAndKeysTest extends Journey {
  private Paint background() {
    return Fx.get(() -> {
      Region frame = (Region) window.scene().lookup(".frame");
      frame.applyCss();
      return frame.getBackground().getFills().getFirst().getFill();
    });
  }

  private Node sheet() {
    return Fx.get(() -> window.scene().lookup("#shortcut-sheet"));
  }

  private double pace() {
    return Fx.get(() -> window.session.stepsPerSecondProperty().get());
  }

  @Test
  void theThemeChangesByKeyAndByButton() {
    Paint light = background();
    window.press(KeyCode.T);
    Paint dark = background();
    assertNotEquals(light, dark);
    window.click("#theme");
    assertEquals(Color.BLACK, background(), "high contrast");
    window.press(KeyCode.T);
    assertEquals(light, background());
  }

  @Test
  void theThemeIsRemembered() {
    window.press(KeyCode.T);
    window.closeWindow();
    assertEquals(Theme.DARK, Settings.load().theme());
  }

  @Test
  void theRecipeAndTheLossAxisAreRemembered() {
    window.retype("#epochs", "3");
    window.focus("#train");
    window.press(KeyCode.L);
    window.closeWindow();
    assertEquals(3, Settings.load().recipe().epochs());
    assertEquals(false, Settings.load().truth("loss.logarithmic", true));
  }

  @Test
  void theSpeedIsRemembered() {
    Fx.run(() -> window.session.setStepsPerSecond(42));
    window.closeWindow();
    assertEquals(OptionalDouble.of(42), Settings.load().pace());
  }

  @Test
  void theQuestionMarkAndTheMenuOpenTheSheetOfKeysAndEscClosesIt() {
    Fx.run(() ->
        Event.fireEvent( // on some keyboards it is Shift and another key than on others
            window.scene(),
            new KeyEvent(
                KeyEvent.KEY_PRESSED, "?", "?", KeyCode.MINUS, true, false, false, false)));
    assertNotNull(sheet());
    window.press(KeyCode.ESCAPE);
    assertNull(sheet());
    window.click("#help");
    window.click("#help-keys");
    assertNotNull(sheet());
  }

  @Test
  void fIsFullSpeedAndBack() {
    Fx.run(() -> window.session.setStepsPerSecond(42));
    assertEquals("42/s", window.text("#speed-words"));
    window.press(KeyCode.F);
    assertEquals(Double.POSITIVE_INFINITY, pace());
    assertEquals("full", window.text("#speed-words"));
    window.press(KeyCode.F);
    assertEquals(42, pace());
  }

  @Test
  void lSwitchesTheLossAxis() {
    ToggleButton button = window.node("#logarithmic", ToggleButton.class);
    assertEquals(true, Fx.get(button::isSelected));
    window.press(KeyCode.L);
    assertEquals(false, Fx.get(button::isSelected));
    window.click("#logarithmic");
    assertEquals(true, Fx.get(button::isSelected));
  }
}
