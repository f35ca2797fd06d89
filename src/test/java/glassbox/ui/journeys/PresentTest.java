package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.Settings;
import glassbox.ui.controls.CanvasFont;
import glassbox.ui.present.Slide;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second window for the projector. */
@Timeout(240)
class PresentTest extends Journey {
  private Scene projector() {
    return Fx.get(() -> window.window().presenter().scene());
  }

  private void present() {
    window.press(KeyCode.F11);
    Fx.await("the projector's window is open", () -> window.window().presenter().scene() != null);
  }

  private void show(Slide slide) {
    Fx.run(() -> {
      window.window().presenter().slideProperty().set(slide);
      layout(window.window().presenter().scene());
    });
  }

  private static void layout(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private Slide slide() {
    return Fx.get(() -> window.window().presenter().slideProperty().get());
  }

  private boolean isThere(Scene scene, String query) {
    return Fx.get(() -> scene.getRoot().lookup(query) != null);
  }

  @Test
  void showsWhatIsChosenOnTheLaptop() {
    present();
    assertTrue(isThere(projector(), "#loss-chart"));
    window.click("#view-errors");
    assertEquals(Slide.MATRIX, slide());
    assertTrue(isThere(projector(), "#confusion-matrix"));
    assertFalse(isThere(projector(), "#loss-chart"));
    window.click("#view-map");
    assertTrue(isThere(projector(), "#map"));
    window.click("#view-draw");
    assertTrue(isThere(projector(), "#drawing-area"));
    window.click("#view-runs");
    assertEquals(Slide.DRAWING, slide());
    window.click("#slide-images");
    assertTrue(isThere(projector(), "#correct-images"));
    window.click("#view-train");
    assertEquals(Slide.IMAGES, slide());
  }

  @Test
  void theKeysOfTheWindowWorkThereAndEscOrF11EndIt() {
    present();
    Fx.run(() -> projector().getWindow().requestFocus());
    Fx.await("it has the keyboard", () -> projector().getWindow().isFocused());
    window.press(KeyCode.SPACE);
    Fx.await("a run has begun", () -> window.session.state() != State.READY);
    window.press(KeyCode.F11);
    assertNull(projector());
    assertNull(Fx.get(() -> window.window().presenter().barProperty().get()));
    Fx.run(() -> window.scene().getWindow().requestFocus());
    present();
    Fx.run(() -> projector().getWindow().requestFocus());
    Fx.await("it has the keyboard", () -> projector().getWindow().isFocused());
    window.press(KeyCode.ESCAPE);
    assertNull(projector());
  }

  @Test
  void notesAreKeptAndTheClockCounts() {
    present();
    window.click("#presenter-notes");
    window.robot.write("say why");
    assertEquals(
        "say why", Fx.get(() -> window.node("#presenter-notes", TextArea.class).getText()));
    window.click("#presenter-start");
    Fx.await(
        "the clock goes",
        () -> !((Labeled) window.scene().lookup("#presenter-time")).getText().equals("0:00"));
    window.click("#presenter-end");
    assertNull(projector());
    window.closeWindow();
    assertEquals("say why", Settings.load().text("present.notes"));
  }

  @Test
  void everyWordIsLegibleFromTheLastRow() {
    window.trainToTheEnd();
    present();
    for (double[] size : new double[][] {{960, 540}, {800, 600}}) {
      Fx.run(() -> {
        projector().getWindow().setX(0); // a window beyond the screen breaks the headless one
        projector().getWindow().setY(0);
        projector().getWindow().setWidth(size[0]);
        projector().getWindow().setHeight(size[1]);
      });
      for (Slide slide : Slide.values()) {
        show(slide);
        Fx.run(() -> checkCapitals(slide, projector()));
      }
    }
  }

  private static void checkCapitals(Slide slide, Scene scene) {
    layout(scene);
    List<Text> texts = new ArrayList<>();
    collect(scene.getRoot(), texts);
    assertFalse(texts.isEmpty());
    for (Text text : texts) {
      Text capital = new Text("H");
      capital.setFont(text.getFont());
      capital.setBoundsType(TextBoundsType.VISUAL);
      Bounds own = capital.getLayoutBounds();
      double high = own.getHeight() * text.getLocalToSceneTransform().getMyy();
      assertTrue(
          high >= scene.getHeight() / 40,
          () ->
              "%s: the capitals of \"%s\" are %.1f of %.0f"
                  .formatted(slide, text.getText(), high, scene.getHeight()));
    }
  }

  private static void collect(Node node, List<Text> texts) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      texts.add(text);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  /** The smallest type that is painted where there are no nodes: names, ticks, counts. */
  @Test
  void whatIsPaintedInElevenPointsIsLegible() {
    Fx.run(() -> {
      Text capital = new Text("H");
      capital.setFont(new CanvasFont(11, FontWeight.NORMAL).font());
      capital.setBoundsType(TextBoundsType.VISUAL);
      assertTrue(capital.getLayoutBounds().getHeight() >= 316.0 / 40);
    });
  }

  @Test
  void nothingIsHeldOfWhatWasPresented() {
    window.trainToTheEnd();
    List<WeakReference<Object>> shown = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Slide slide = Slide.values()[i % Slide.values().length];
      Fx.run(() -> {
        window.window().presenter().slideProperty().set(slide);
        window.window().presenter().toggle();
      });
      Fx.run(() -> {
        Scene scene = window.window().presenter().scene();
        assertNotNull(scene);
        layout(scene);
        shown.add(new WeakReference<>(scene));
        Parent frame = (Parent) scene.lookup(".presented");
        shown.add(new WeakReference<>(frame.getChildrenUnmodifiable().getFirst()));
        window.window().presenter().toggle();
      });
    }
    Fx.awaitAnywhere(
        "all that was presented is gone",
        () -> {
          System.gc();
          return shown.stream().allMatch(one -> one.get() == null);
        });
  }
}
