package glassbox.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Placement;
import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.ui.session.Filter;
import glassbox.ui.session.MapChoice;
import glassbox.ui.session.Mapped;
import glassbox.ui.session.Selection;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The map without a window: four images at the corners of the square, classes 0, 1, 0, 1. */
class MapModelTest {
  private static final int[] IMAGES = {10, 20, 30, 40};
  private final MapModel model = new MapModel();
  private final Predictions answers = answers();

  private static Predictions answers() {
    byte[] labels = new byte[50];
    for (int i = 0; i < 50; i++) {
      labels[i] = (byte) (i / 10 % 2 == 1 ? 0 : 1);
    }
    Matrix probabilities = new Matrix(50, 2);
    IntStream.range(0, 50).forEach(i -> probabilities.set(i, 0, 1)); // all are taken for 0
    return new Predictions(new ImageSet(new byte[200], labels, 2, 2), probabilities);
  }

  private static Mapped at(float... places) {
    return new Mapped(
        new glassbox.ui.session.Examined(glassbox.ui.session.Part.TEST, null, null),
        MapChoice.FIRST,
        new Placement(IMAGES, Matrix.of(4, 2, places)));
  }

  @BeforeEach
  void place() {
    model.resize(400, 300);
    model.show(at(-1, 1, 1, 1, -1, -1, 1, -1), answers, 0);
  }

  private int imageAt(double x, double y) {
    Viewport v = model.viewport();
    return model.imageAt(v.screenX(x), v.screenY(y));
  }

  @Test
  void withLessMotionImagesAreInTheirPlacesAtOnce() {
    model.show(at(1, 1, -1, 1, 1, -1, -1, -1), answers, 5_000);
    assertTrue(model.drift().advance(model.drift().arrival()));
    assertEquals(1, model.drift().x(0));
    assertFalse(model.drift().advance(model.drift().arrival()), "nothing is on its way");
  }

  @Test
  void imagesAreFoundWhereTheyAre() {
    assertEquals(10, imageAt(-1, 1));
    assertEquals(40, imageAt(1, -1));
    assertEquals(Selection.NONE, imageAt(0, 0));
    for (int place = 0; place < 4; place++) {
      assertTrue(model.isInView(place));
    }
  }

  @Test
  void aHiddenClassAndWhatIsNotPickedCannotBePointedAt() {
    model.setClassShown(0, false);
    assertEquals(Selection.NONE, imageAt(-1, 1));
    assertEquals(20, imageAt(1, 1));
    model.setClassShown(0, true);
    model.show(Filter.ALL.withOutcome(Filter.Outcome.INCORRECT));
    assertEquals(Selection.NONE, imageAt(-1, 1));
    assertEquals(20, imageAt(1, 1));
  }

  @Test
  void zoomingKeepsThePointUnderTheMouseAndFittingBringsAllBack() {
    double x = model.viewport().screenX(1);
    double y = model.viewport().screenY(1);
    model.zoom(8, x, y);
    assertEquals(20, model.imageAt(x, y));
    assertFalse(model.isInView(2));
    assertEquals(BitSet.valueOf(new long[] {1L << 20}), model.inView());
    for (int i = 0; i < 100; i++) {
      model.zoom(8, x, y);
    }
    assertTrue(Double.isFinite(model.viewport().scale()) && model.viewport().scale() < 1e6);
    model.reveal(30);
    assertTrue(model.isInView(2));
    model.fit();
    assertEquals(4, model.inView().cardinality());
  }

  @Test
  void allStaysInViewWhereTheWindowGrowsButNotWhereTheUserHasZoomed() {
    model.resize(1200, 900);
    assertEquals(Viewport.fitting(1200, 900), model.viewport());
    model.move(50, 0);
    model.resize(600, 500);
    assertEquals(Viewport.fitting(1200, 900).moved(50, 0), model.viewport());
  }

  @Test
  void aLineAroundImagesPicksThoseWithin() {
    Lasso lasso = new Lasso();
    for (double[] corner : new double[][] {{-1.5, 1.5}, {1.5, 1.5}, {-1.5, -1.5}}) {
      lasso.add(model.viewport().screenX(corner[0]), model.viewport().screenY(corner[1]));
    }
    assertEquals(BitSet.valueOf(new long[] {1L << 10}), onlyTopLeft(lasso));
  }

  /** Those on the line itself may count or not. */
  private BitSet onlyTopLeft(Lasso lasso) {
    BitSet within = model.within(lasso);
    assertFalse(within.get(40));
    within.clear(20);
    within.clear(30);
    return within;
  }

  @Test
  void arrowsGoToTheNearestImageInTheirDirection() {
    assertEquals(20, model.next(10, 1, 0));
    assertEquals(30, model.next(10, 0, 1));
    assertEquals(10, model.next(10, -1, 0));
    model.setClassShown(1, false);
    assertEquals(10, model.next(10, 1, 0));
  }

  @Test
  void pointsDriftToNewPlacesAndDoNotJump() {
    model.show(at(-1, 1, 1, 1, -1, -1, 0, 0), answers, 1_000);
    assertEquals(1, model.drift().x(3));
    assertTrue(model.drift().advance(1_000 + Drift.NANOS / 2));
    assertEquals(0.5, model.drift().x(3), 1e-6);
    assertTrue(model.drift().advance(1_000 + Drift.NANOS));
    assertEquals(0, model.drift().x(3));
    assertFalse(model.drift().advance(2_000 + Drift.NANOS));
  }

  @Test
  void picturesAreShownWhereThereIsRoom() {
    Thumbnails few = new Thumbnails(model, answers.images(), 1);
    assertTrue(few.multiple() > 0);
    assertEquals(
        4, java.util.stream.StreamSupport.stream(few.places().spliterator(), false).count());
    ImageSet large = new ImageSet(new byte[400 * 400], new byte[1], 400, 400);
    assertEquals(0, new Thumbnails(model, large, 1).multiple());
  }
}
