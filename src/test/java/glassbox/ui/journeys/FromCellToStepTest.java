package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Lives;
import glassbox.analysis.Predictions;
import glassbox.ui.session.Filter;
import glassbox.ui.session.Selection;
import glassbox.ui.support.Fx;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a cell of the confusion matrix to its images, to one of them, to its life, to a step. */
@Timeout(180)
class FromCellToStepTest extends Journey {
  @BeforeEach
  void openTheErrors() {
    window.trainToTheEnd();
    window.click("#view-errors");
    Fx.await("the matrix is there", () -> window.scene().lookup("#confusion-matrix") != null);
    Fx.await("its chips are", () -> window.scene().lookup("#top-confusions .chip") != null);
  }

  private Filter filter() {
    return Fx.get(() -> window.session.selection().filter());
  }

  private int image() {
    return Fx.get(() -> window.session.selection().image());
  }

  private Predictions answers() {
    return Fx.get(() -> window.session.examinedProperty().get().answers());
  }

  private List<Integer> imagesOf(Filter which) {
    Predictions answers = answers();
    return IntStream.range(0, answers.count()).filter(i -> which.lets(answers, i)).boxed().toList();
  }

  @Test
  void aChipOpensItsImagesOneOfThemItsLifeAndAFlipItsStep() {
    Node chip = Fx.get(() -> window.robot.lookup("#top-confusions").lookup(".chip").query());
    String words = Fx.get(((Labeled) chip)::getText);
    window.robot.clickOn(chip);
    Filter pair = filter();
    List<Integer> images = imagesOf(pair);
    assertTrue(words.endsWith(": " + images.size()), words);
    assertEquals(words.substring(0, words.indexOf(':')), window.text("#images-title"));
    assertEquals(
        images.size() + (images.size() == 1 ? " image" : " images"), window.text("#images-count"));
    window.focus("#images-grid");
    window.press(KeyCode.HOME);
    assertTrue(images.contains(image()), image() + " is one of " + images);
    assertTrue(window.text("#image-facts").contains("#" + image()));
    goToAFlip();
  }

  /** Looks for an image whose answer flipped, and goes to a flip by the keyboard. */
  private void goToAFlip() {
    Fx.await("an image has a life with flips", () -> flipped() >= 0);
    int flipped = Fx.get(this::flipped);
    Fx.run(() -> window.session.selection().choose(flipped));
    window.focus("#life");
    window.press(KeyCode.LEFT);
    List<Long> flips = Fx.get(() -> window.session.livesProperty().get().of(flipped).flips());
    assertTrue(flips.contains(step()), step() + " is one of " + flips);
    Fx.await(
        "the network of that step is looked at",
        () -> window.session.examinedProperty().get().moment().step() == step());
    assertEquals(flipped, image(), "the image stays chosen");
  }

  /** An image whose answer changed, or -1 while none is known. */
  private int flipped() {
    Lives lives = window.session.livesProperty().get();
    return lives == null
        ? -1
        : IntStream.range(0, lives.images().count())
            .filter(i -> !lives.of(i).flips().isEmpty())
            .findFirst()
            .orElse(-1);
  }

  private long step() {
    return Fx.get(() -> window.session.playhead().stepProperty().get());
  }

  @Test
  void theKeyboardGoesFromCellToCellAndEscShowsAllAgain() {
    window.focus("#confusion-matrix");
    window.press(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER);
    assertEquals(Filter.pair(1, 2), filter());
    window.press(KeyCode.LEFT, KeyCode.ENTER);
    assertEquals(Filter.pair(1, 1), filter());
    window.press(KeyCode.ESCAPE);
    assertEquals(Filter.ALL, filter());
  }

  @Test
  void anImageIsFoundByItsNumberAndOthersAreRefused() {
    window.retype("#images-search", "17");
    window.press(KeyCode.ENTER);
    assertEquals(17, image());
    window.retype("#images-search", "99999");
    window.press(KeyCode.ENTER);
    assertEquals(17, image());
    assertTrue(
        Fx.get(() ->
            window.node("#images-search", Node.class).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("refused"))));
  }

  @Test
  void kindsOfLivesFilterAndCanBeCleared() {
    Fx.await("lives are known", () -> window.scene().lookup("#life-kinds").isVisible());
    window.click("#life-never");
    Fx.await(
        "those images are shown",
        () -> window.node("#images-title", Labeled.class).getText().equals("Never learned"));
    assertFalse(filter().equals(Filter.ALL));
    window.click("#images-clear");
    assertEquals(Filter.ALL, filter());
    assertEquals(Selection.NONE, image());
  }
}
