package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import glassbox.format.RunArchive;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Document;

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
    for (String chart : List.of("#loss-chart", "#accuracy-chart")) {
      Fx.await(
          "the curves are drawn to the end",
          () ->
              window
                  .scene()
                  .lookup(chart)
                  .getAccessibleText()
                  .contains("after " + steps + " step"));
    }
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

  private Document drawing(String name) throws Exception {
    byte[] svg = Files.readAllBytes(saved(name));
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(svg));
  }

  private static int count(Document document, String element) {
    return document.getElementsByTagName(element).getLength();
  }

  private void open(KeyCode view) {
    window.robot.press(KeyCode.ALT).type(view).release(KeyCode.ALT);
  }

  @Test
  void matrixImagesAndLifeAreDrawingsAndTables() throws Exception {
    window.trainToTheEnd();
    open(KeyCode.DIGIT2);
    Fx.run(() -> window.session.selection().choose(3));
    Fx.await("there are answers", () -> window.session.examinedProperty().get() != null);
    Predictions answers = Fx.get(() -> window.session.examinedProperty().get().answers());
    choose("confusion", "Save drawing (SVG)…");
    int classes = answers.classes();
    Document matrix = drawing("confusion.svg");
    assertTrue(count(matrix, "rect") >= classes, "a cell for each that was answered rightly");
    assertTrue(count(matrix, "text") > classes * classes, "numbers, names and figures");
    choose("confusion", "Save data as CSV…");
    List<String> table = Files.readAllLines(saved("confusion.csv"));
    assertEquals(1 + classes, table.size());
    int all = 0;
    for (String row : table.subList(1, table.size())) {
      String[] fields = row.split(",");
      all += Stream.of(fields).skip(1).limit(classes).mapToInt(Integer::parseInt).sum();
    }
    assertEquals(answers.count(), all);
    choose("images", "Save data as CSV…");
    List<String> images = Files.readAllLines(saved("images.csv"));
    assertEquals("image,truth,answer,confidence,margin,loss", images.getFirst());
    assertEquals(1 + answers.count(), images.size());
    choose("images", "Save drawing (SVG)…");
    Document gallery = drawing("images.svg");
    assertTrue(count(gallery, "image") >= 3, "images that are seen");
    String data =
        gallery
            .getElementsByTagName("image")
            .item(0)
            .getAttributes()
            .getNamedItem("xlink:href")
            .getNodeValue();
    byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
    BufferedImage first = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(answers.images().width(), first.getWidth());
    Fx.await("there is a life", () -> window.session.livesProperty().get() != null);
    choose("life", "Save data as CSV…");
    List<String> life = Files.readAllLines(saved("life.csv"));
    assertTrue(life.size() > 1 && life.getFirst().startsWith("step,truth,answer,p "), life + "");
    choose("life", "Save drawing (SVG)…");
    assertTrue(count(drawing("life.svg"), "rect") > 1);
  }

  /** The sharpest edge of a picture, of 255: what is only enlarged has none of one pixel. */
  private static int sharpestEdge(BufferedImage picture) {
    int sharpest = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 1; x < picture.getWidth(); x++) {
        int left = picture.getRGB(x - 1, y) & 0xff;
        sharpest = Math.max(sharpest, Math.abs(left - (picture.getRGB(x, y) & 0xff)));
      }
    }
    return sharpest;
  }

  @Test
  void aLargerPictureIsDrawnAnewAndTheWindowStaysAsItWas() throws Exception {
    window.trainToTheEnd();
    open(KeyCode.DIGIT2);
    Fx.await("there are answers", () -> window.session.examinedProperty().get() != null);
    choose("images", "Save picture…");
    BufferedImage small = ImageIO.read(saved("images.png").toFile());
    choose("images", "Save picture, twice as large…");
    Path file = window.home().resolve("images.png");
    Fx.await("the larger one", () -> widthOf(file) > 1.9 * small.getWidth());
    BufferedImage large = ImageIO.read(file.toFile());
    assertEquals(2 * small.getHeight(), large.getHeight(), 2);
    assertTrue(sharpestEdge(small) > 200, "edges of " + sharpestEdge(small));
    assertEquals(sharpestEdge(small), sharpestEdge(large), 15);
    choose("images", "Save picture…");
    Fx.await("as before", () -> widthOf(file) == small.getWidth());
    BufferedImage again = ImageIO.read(file.toFile());
    int differing = 0;
    for (int y = 0; y < small.getHeight(); y++) {
      for (int x = 0; x < small.getWidth(); x++) {
        differing += small.getRGB(x, y) == again.getRGB(x, y) ? 0 : 1;
      }
    }
    assertTrue(differing < small.getWidth(), differing + " pixels are others"); // the button's glow
  }

  /** 0 where there is no whole picture yet. */
  private static int widthOf(Path file) {
    try {
      BufferedImage picture = ImageIO.read(file.toFile());
      return picture == null ? 0 : picture.getWidth();
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void theMapIsADrawingOfMarksAndATableOfPlaces() throws Exception {
    window.trainToTheEnd();
    open(KeyCode.DIGIT3);
    Fx.await("there is a map", () -> window.session.map().mappedProperty().get() != null);
    int placed = Fx.get(() -> window.session.map().mappedProperty().get().placement().count());
    choose("map", "Save data as CSV…");
    assertEquals(1 + placed, Files.readAllLines(saved("map.csv")).size());
    choose("map", "Save drawing (SVG)…");
    Document map = drawing("map.svg");
    int marks = count(map, "circle") + count(map, "polygon") + count(map, "image");
    assertTrue(marks >= placed / 2, marks + " of " + placed);
  }

  @Test
  void theKeyboardCopiesThePictureThatOneIsAt() {
    window.trainToTheEnd();
    Fx.run(() -> Clipboard.getSystemClipboard().clear());
    Fx.run(() -> window.scene().lookup("#accuracy-chart").requestFocus());
    window.robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    Fx.await("it is copied", () -> Clipboard.getSystemClipboard().hasImage());
    window.robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    MenuButton menu = Fx.get(() -> (MenuButton) window.scene().lookup("#export-accuracy"));
    Fx.await("the menu of the same card is open", menu::isShowing);
    Fx.run(menu::hide);
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
