package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.nn.LayerSpec;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A layer is resized, another inserted, the optimizer changed; it trains, and can be undone. */
@Timeout(240)
class ChangeTheNetworkTest extends Journey {

  private List<String> layers() {
    return Fx.get(() -> window.session.recipe().network().stream().map(LayerSpec::text).toList());
  }

  private void choose(String menu, String... path) {
    Fx.run(() -> {
      List<MenuItem> items = window.node(menu, MenuButton.class).getItems();
      for (String step : path) {
        MenuItem item =
            items.stream().filter(i -> step.equals(i.getText())).findFirst().orElseThrow();
        if (item instanceof javafx.scene.control.Menu sub) {
          items = sub.getItems();
        } else {
          item.fire();
        }
      }
    });
  }

  @Test
  void theNetworkIsChangedTrainedAndChangedBack() {
    String before = window.text("#parameter-count");
    window.retype("#layer-0", "24");
    window.press(KeyCode.ENTER);
    Fx.await("resized", () -> layers().getFirst().equals("dense 24"));
    assertFalse(window.text("#parameter-count").equals(before));
    choose("#layer-menu-1", "Insert before", "Batch norm");
    Fx.run(() -> ((ComboBox<?>) window.scene().lookup("#optimizer")).getSelectionModel().select(2));
    assertEquals(List.of("dense 24", "batchnorm", "relu", "dense 5"), layers());
    assertEquals("adam", Fx.get(window.session::recipe).optimizer().name());
    window.trainToTheEnd();
    assertEquals(State.FINISHED, window.state());
    for (int i = 0; i < 3; i++) {
      window.click("#undo");
    }
    assertEquals(List.of("dense 16", "relu", "dense 5"), layers());
    assertEquals("sgd", Fx.get(window.session::recipe).optimizer().name());
    assertEquals(before, window.text("#parameter-count"));
  }

  @Test
  void aRecipeIsSavedAndOpenedAgain() throws IOException {
    window.recipeFile = home.resolve("mine.json");
    window.retype("#learning-rate", "0.025");
    choose("#preset", "Save recipe as…");
    Fx.await("it is said", () -> window.notice().contains("mine.json"));
    assertTrue(Files.readString(window.recipeFile).contains("0.025"));
    choose("#preset", "deep");
    Fx.await("another", () -> layers().size() > 10);
    choose("#preset", "Open recipe…");
    Fx.await("the saved one", () -> layers().equals(List.of("dense 16", "relu", "dense 5")));
    assertEquals("0.025", window.text("#learning-rate"));
  }

  @Test
  void anImpossibleLayerIsExplained() {
    window.retype("#layer-0", "0");
    window.press(KeyCode.ENTER);
    Fx.await("it is said", () -> window.notice().contains("dense units must be"));
    assertEquals(List.of("dense 16", "relu", "dense 5"), layers());
  }
}
