package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.folder.Pictures;
import glassbox.ui.session.Part;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a folder of pictures to a network that knows them; and what the data pane shows. */
@Timeout(90)
class OwnPicturesTest extends Journey {
  private void drop(Path path) {
    Fx.run(() -> window.session.open(path.toString()));
  }

  private boolean isThere(String query) {
    return window.scene().lookup(query) != null;
  }

  private void awaitPreview() {
    Fx.await(
        "the preview can be used",
        () -> isThere("#import-use") && !window.node("#import-use", Button.class).isDisabled());
  }

  @Test
  void aDroppedFolderIsLookedAtUsedAndTrainedOn() throws IOException {
    Path folder = Pictures.classes(home.resolve("my pets"), 10, "cat", "dog");
    Pictures.put(folder, "cat/broken.png", new byte[5]);
    drop(folder);
    awaitPreview();
    assertEquals("1 left out", window.text("#import-skipped-count"));
    assertTrue(window.text("#import-summary").contains("2 classes · 16 images to train on"));
    assertEquals("my pets", window.text("#import-name"));
    window.click("#import-use");
    Path made = home.resolve("data/my pets");
    Fx.await(
        "it is open",
        () ->
            window.session.state() == State.READY
                && window.session.recipe().dataset().equals(made.toString()));
    assertTrue(Files.exists(made.resolve("labels.txt")));
    assertFalse(Fx.get(() -> isThere("#import-card")));
    assertEquals("my pets", window.text("#dataset-open"));
    window.trainToTheEnd();
  }

  @Test
  void escapeGivesItUpAndNothingIsWritten() throws IOException {
    drop(Pictures.classes(home.resolve("pets"), 4, "cat", "dog"));
    awaitPreview();
    window.press(KeyCode.ESCAPE);
    Fx.await("it is gone", () -> !isThere("#import-card"));
    assertNull(Fx.get(() -> window.session.imports().offeredProperty().get()));
    assertFalse(Files.exists(home.resolve("data/pets")));
  }

  @Test
  void aNameThatIsTakenIsRefused() throws IOException {
    Files.createDirectories(home.resolve("data/pets"));
    drop(Pictures.classes(home.resolve("pets"), 4, "cat", "dog"));
    awaitPreview();
    assertEquals("pets-2", window.text("#import-name"));
    window.retype("#import-name", "pets");
    assertTrue(window.text("#import-problem").contains("of this name"));
    assertTrue(Fx.get(() -> window.node("#import-use", Button.class).isDisabled()));
  }

  @Test
  void anImageIsFoundByItsNumberAndPickedOutForAllPanes() {
    window.press(KeyCode.ESCAPE);
    Fx.run(() -> window.node("#view-data", javafx.scene.control.ToggleButton.class).fire());
    window.click("#data-number");
    window.robot.write("17");
    window.press(KeyCode.ENTER);
    assertEquals(17, (int) Fx.get(() -> window.session.selection().image()));
    assertEquals("test #17", window.text("#chosen-name"));
    window.press(KeyCode.RIGHT);
    assertEquals("test #18", window.text("#chosen-name"));
    Fx.run(() -> window.node("#data-duplicates", javafx.scene.control.ToggleButton.class).fire());
    Fx.await( // the test set of this window is its training set
        "all are found twice",
        () -> window.text("#duplicates-summary").contains("300 test images"));
  }

  @Test
  void highestLossNeedsANetwork() {
    Fx.run(() -> window.node("#view-data", javafx.scene.control.ToggleButton.class).fire());
    Fx.run(() -> window.node("#data-hardest", javafx.scene.control.ToggleButton.class).fire());
    assertTrue(window.text("#hardest-empty").contains("press Space"));
    assertEquals(Part.TRAINING, Fx.get(() -> window.session.partProperty().get()));
    Fx.run(window.session::train);
    window.awaitState(State.FINISHED);
    Fx.await("they are shown", () -> window.text("#hardest-empty").isEmpty());
  }

  @Test
  void aSliderChangesThePicturesAtOnceAndTheRecipe() {
    Fx.run(() -> window.node("#view-data", javafx.scene.control.ToggleButton.class).fire());
    Fx.run(() -> window.node("#data-augmentation", javafx.scene.control.ToggleButton.class).fire());
    var pictures = window.session.augmentedPictures();
    Fx.await("24 are shown", () -> pictures.resultProperty().get() != null);
    Fx.await("the sliders are there", () -> window.scene().lookup("#strength-rotate") != null);
    Slider slider = Fx.get(() -> (Slider) window.scene().lookup("#strength-rotate"));
    Fx.run(() -> {
      slider.setValueChanging(true);
      slider.setValue(0.7);
    });
    Fx.await(
        "they are turned",
        () -> pictures.resultProperty().get().question().augmentation().rotate() > 80);
    assertNull(Fx.get(window.session::recipe).augmentation());
    Fx.run(() -> slider.setValueChanging(false));
    assertEquals(88, Fx.get(window.session::recipe).augmentation().rotate(), 1);
    Fx.run(window.session.undo()::undo);
    assertNull(Fx.get(window.session::recipe).augmentation());
  }
}
