package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunArchive;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the window shows is saved and copied; runs come in as one file; mistakes are told. */
@Timeout(120)
class TakeItOutTest extends Journey {
  private void choose(String card, String words) {
    Fx.run(() -> {
      MenuButton menu = (MenuButton) window.scene().lookup("#export-" + card);
      MenuItem item =
          menu.getItems().stream().filter(i -> i.getText().equals(words)).findFirst().orElseThrow();
      item.fire();
    });
  }

  private Path saved(String name) {
    Path file = window.home().resolve(name);
    Fx.await("the window says so", () -> window.notice().equals("Saved as " + file));
    return file;
  }

  @Test
  void theCurvesArePictureDrawingTableAndClipboard() throws Exception {
    window.trainToTheEnd();
    int steps = window.steps();
    choose("loss", "Save picture, twice as large…");
    BufferedImage picture = ImageIO.read(saved("loss.png").toFile());
    double width =
        Fx.get(() -> {
          Node node = window.scene().lookup("#export-loss");
          while (!node.getStyleClass().contains("card-pane")) {
            node = node.getParent();
          }
          return node.getLayoutBounds().getWidth();
        });
    assertEquals(2 * width, picture.getWidth(), 2);
    choose("accuracy", "Save data as CSV…");
    List<String> rows = Files.readAllLines(saved("accuracy.csv"));
    assertEquals("run,step,accuracy,smoothed,validation", rows.getFirst());
    assertEquals(steps, rows.size() - 1);
    assertTrue(
        rows.getLast().matches("Run 1," + steps + ",[\\d.]+,[\\d.]+,[\\d.]*"), rows.getLast());
    choose("loss", "Save drawing (SVG)…");
    byte[] svg = Files.readAllBytes(saved("loss.svg"));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertTrue(document.getElementsByTagName("path").getLength() > 8, "grid and lines");
    choose("loss", "Copy picture");
    assertTrue(Fx.get(() -> Clipboard.getSystemClipboard().hasImage()));
  }

  @Test
  void aRunThatCameAsOneFileIsLookedAt() throws Exception {
    window.trainToTheEnd();
    Run own = Fx.get(() -> window.session.runProperty().get());
    Path file = window.home().resolve("from a friend.glassbox");
    RunArchive.pack(own.folder(), file);
    window.open(file);
    Fx.await(
        "it is in view",
        () -> {
          Run shown = window.session.runProperty().get();
          return shown != null && shown != own && shown.history().size() == own.history().size();
        });
    assertTrue(Files.isDirectory(window.runsFolder().resolve("from_a_friend")));
    Path broken = Files.writeString(window.home().resolve("broken.glassbox"), "no zip");
    window.open(broken);
    Fx.await("it is refused", () -> window.notice().contains("cannot open the run, " + broken));
    assertEquals(State.FINISHED, window.state());
  }

  @Test
  void aMistakeInTheProgramSavesTheRunAndIsTold() {
    Fx.run(() -> window.session.setStepsPerSecond(20));
    Fx.run(window.session::train);
    Fx.await("some steps are done", () -> window.steps() > 3);
    window.crash(new IllegalStateException("the needle\nbroke"));
    Fx.await("it is told", () -> window.scene().lookup("#crash-card") != null);
    window.crash(new IllegalStateException("again"));
    assertEquals(
        "IllegalStateException: the needle broke. The log has the details.",
        window.text("#crash-words"));
    assertEquals("Run 1 was paused and saved.", window.text("#crash-saved"));
    assertEquals(State.PAUSED, window.state());
    Run run = Fx.get(() -> window.session.runProperty().get());
    assertTrue(Files.exists(run.folder().resolve("checkpoint.bin")));
    window.click("#crash-copy");
    String copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("the needle"), copied);
    assertTrue(copied.contains("Java: ") && copied.contains("kernel: "), copied);
    window.click("#crash-go-on");
    assertEquals(null, Fx.get(() -> window.scene().lookup("#crash-card")));
  }

  @Test
  void diagnosticsTellNothingPrivate() {
    Fx.run(() -> window.session.train()); // remembers the recipe, whose data set is a path
    window.awaitState(State.FINISHED);
    window.click("#help");
    window.click("#help-keys");
    window.click("#copy-diagnostics");
    String copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("screen 1: 1000 x 1000"), copied);
    assertTrue(copied.contains("setting recipe: (not shown: has a path)"), copied);
    assertFalse(copied.contains(window.home().toString()), copied);
  }
}
