package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import glassbox.ui.support.WindowBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A data set is opened from the menu; a broken one is refused and costs nothing. */
@Timeout(240)
class BrokenDatasetTest extends Journey {
  private void chooseAFolder() {
    window.click("#dataset-open");
    window.click("Folder…");
  }

  private Path breakData() throws IOException {
    Path folder = IdxFolder.write(home.resolve("chosen"), WindowBench.DATA);
    Path images = folder.resolve("t10k-images-idx3-ubyte");
    Files.write(images, java.util.Arrays.copyOf(Files.readAllBytes(images), 1000));
    return images;
  }

  private Node notice() {
    return Fx.get(() -> window.scene().lookup(".notice"));
  }

  @Test
  void aWholeOneIsOpened() {
    IdxFolder.write(home.resolve("chosen"), WindowBench.DATA);
    chooseAFolder();
    Fx.await("it is named", () -> window.text("#dataset-open").equals("chosen"));
    assertEquals("", window.notice());
  }

  @Test
  void aBrokenOneIsRefusedInWordsThatNameTheFile() throws IOException {
    Path images = breakData();
    window.trainToTheEnd();
    chooseAFolder();
    Fx.await("it is said", () -> !window.notice().isEmpty());
    assertTrue(window.notice().contains(images.toString()), window.notice());
    assertEquals("small-data", window.text("#dataset-open"));
    assertEquals(State.FINISHED, window.state());
    assertFalse(window.tiles("#correct-images").isEmpty(), "the run is still shown");
  }

  @Test
  void theNoticeIsDismissedByItsButton() throws IOException {
    breakData();
    chooseAFolder();
    Fx.await("it is said", () -> !window.notice().isEmpty());
    window.robot.clickOn(Fx.get(() -> notice().lookup(".button")));
    Fx.await("it is gone", () -> window.notice().isEmpty());
    assertFalse(Fx.get(notice()::isManaged), "it takes no room");
  }

  @Test
  void thinkingBetterOfItChangesNothing() {
    window.click("#dataset-open");
    window.click("Archive (.zip, .tar.gz)…");
    assertEquals("small-data", window.text("#dataset-open"));
    assertEquals(State.READY, window.state());
  }
}
