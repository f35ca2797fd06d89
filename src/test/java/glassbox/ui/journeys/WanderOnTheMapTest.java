package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Placement;
import glassbox.analysis.Projection.Method;
import glassbox.ui.session.Filter;
import glassbox.ui.session.Mapped;
import glassbox.ui.session.Selection;
import glassbox.ui.support.Fx;
import glassbox.ui.support.WindowBench;
import java.util.BitSet;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** A user trains a network and looks at its images on the map. */
@Timeout(120)
class WanderOnTheMapTest extends Journey {
  private Mapped mapped() {
    return Fx.get(() -> window.session.map().mappedProperty().get());
  }

  private void openMap() {
    window.trainToTheEnd();
    window.click("#view-map");
    awaitMap(Method.PCA, 0);
  }

  private void awaitMap(Method method, int layer) {
    Fx.await(
        "images are placed by " + method + " of " + layer,
        () -> {
          Mapped mapped = window.session.map().mappedProperty().get();
          return mapped != null && mapped.by().method() == method && mapped.by().layer() == layer;
        });
  }

  private Bounds map() {
    return Fx.get(() -> {
      Node map = window.node("#map", Node.class);
      return map.localToScreen(map.getBoundsInLocal());
    });
  }

  @Test
  void clicksChooseALineIsDrawnAroundImagesAndAllAreShownAgain() {
    openMap();
    Bounds map = map();
    Point2D middle = new Point2D(map.getCenterX(), map.getCenterY());
    window.click("#map-zoom-out");
    window.click("#map-lasso");
    window.robot.drag(map.getMinX() + 4, map.getMinY() + 4, MouseButton.PRIMARY);
    window.robot.moveTo(map.getMaxX() - 4, map.getMinY() + 4);
    window.robot.moveTo(map.getMaxX() - 4, map.getMaxY() - 4);
    window.robot.moveTo(map.getMinX() + 4, map.getMaxY() - 4);
    window.robot.drop();
    window.click("#map-lasso");
    WaitForAsyncUtils.waitForFxEvents();
    BitSet picked = Fx.get(() -> window.session.selection().filter().picked());
    assertNotNull(picked);
    assertEquals(WindowBench.DATA.test().count(), picked.cardinality());
    window.click("#map-show-all");
    assertEquals(Filter.ALL, Fx.get(() -> window.session.selection().filter()));
    window.robot.clickOn(middle);
    window.robot.press(KeyCode.CONTROL);
    window.press(KeyCode.RIGHT);
    window.robot.release(KeyCode.CONTROL);
    int chosen = Fx.get(() -> window.session.selection().image());
    assertNotEquals(Selection.NONE, chosen);
    window.press(KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS);
    window.press(KeyCode.PLUS, KeyCode.ENTER);
    BitSet seen = Fx.get(() -> window.session.selection().filter().picked());
    assertNotNull(seen);
    assertTrue(seen.cardinality() < WindowBench.DATA.test().count(), seen::toString);
    window.press(KeyCode.ESCAPE, KeyCode.DIGIT0);
    assertEquals(Filter.ALL, Fx.get(() -> window.session.selection().filter()));
  }

  @Test
  void anotherMethodAndLayerPlaceTheImagesAnewAndSoDoesAMovedHandle() {
    openMap();
    Placement byPixels = mapped().placement();
    Fx.run(() -> window.session.playhead().moveTo(1));
    Fx.await("step 1 is looked at", () -> window.session.snapshotProperty().get().step() == 1);
    assertSame(byPixels, mapped().placement(), "pixels do not change");
    Fx.run(() -> window.session.map().choiceProperty().set(mapped().by().withLayer(1)));
    awaitMap(Method.PCA, 1);
    assertEquals(1, mapped().of().moment().step());
    Fx.run(() -> window.session.playhead().toLive());
    Fx.await("the newest step is placed", () -> mapped().of().moment().step() > 1);
    window.click("#map-tsne");
    Fx.await("images drift to their places", () -> mapped().by().method() == Method.TSNE);
    window.click("#map-by-error");
    window.click("#class-0");
    assertFalse(Fx.get(() -> window.session.map().stoppedProperty().get()));
  }
}
