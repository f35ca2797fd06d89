package glassbox.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.ui.session.Filter;
import glassbox.ui.support.Fx;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However many images there are, only those within the window are painted. */
class ImagesGridTest {
  private static final int MANY = 55_000;
  private static final List<String> NAMES = List.of("0", "1");

  private final ImageSet images = new ImageSet(new byte[MANY * 64], new byte[MANY], 8, 8);
  private final Predictions answers = new Predictions(images, probabilities());
  private int chosen = -1;

  private static Matrix probabilities() {
    Matrix probabilities = new Matrix(MANY, 2);
    for (int n = 0; n < MANY; n++) {
      probabilities.set(n, 0, n / (float) MANY);
      probabilities.set(n, 1, 1 - n / (float) MANY);
    }
    return probabilities;
  }

  @BeforeAll
  static void startToolkit() {
    Fx.start();
  }

  private ImagesGrid grid() {
    return Fx.get(() -> {
      ImagesGrid grid = new ImagesGrid(image -> chosen = image);
      new Scene(new StackPane(grid), 600, 400);
      grid.show(answers, IntStream.range(0, MANY).toArray(), NAMES, "test");
      grid.resize(600, 400);
      grid.layout();
      return grid;
    });
  }

  @Test
  void onlyWhatIsSeenIsPainted() {
    ImagesGrid grid = grid();
    int atTheTop = grid.painted();
    assertTrue(atTheTop > 20 && atTheTop < 1500, atTheTop + " tiles");
    Fx.run(() -> {
      ScrollBar bar = (ScrollBar) grid.lookup(".scroll-bar");
      bar.setValue(bar.getMax() / 2);
      grid.layout();
    });
    assertTrue(Math.abs(grid.painted() - atTheTop) < 100, grid.painted() + " tiles");
    assertEquals(3, Fx.get(() -> grid.getChildrenUnmodifiable().size()), "no node for a tile");
  }

  @Test
  void theChosenImageIsScrolledToAndStaysMarkedInAnotherOrder() {
    ImagesGrid grid = grid();
    Fx.run(() -> {
      grid.mark(MANY - 1);
      grid.reveal();
      grid.layout();
    });
    ScrollBar bar = Fx.get(() -> (ScrollBar) grid.lookup(".scroll-bar"));
    assertEquals(bar.getMax(), bar.getValue(), 1);
    Fx.run(() -> {
      int[] backwards = Sorting.NUMBER.sorted(answers, Filter.ALL, true, null);
      grid.show(answers, backwards, NAMES, "test");
      grid.reveal();
    });
    assertEquals(0, bar.getValue());
    assertTrue(grid.getAccessibleText().contains("54,999"), grid.getAccessibleText());
  }
}
