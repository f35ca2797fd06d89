package glassbox.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.nn.LayerSpec;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands of the architecture editor, and the way back from each. */
class LayerCommandsTest {
  private final TrainingSession session =
      new TrainingSession(Presets.seed(), new RunShelf(Path.of("none")), 1);
  private final SetupModel model = new SetupModel(session);

  @AfterEach
  void closeSession() {
    session.close();
  }

  private List<String> layers() {
    return session.recipe().network().stream().map(LayerSpec::text).toList();
  }

  private Field field(String name) {
    return Stream.of(model.network(), model.optimizer(), model.regularisation())
        .flatMap(List::stream)
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLayerIsInsertedMovedResizedAndRemoved() {
    model.insertLayer(1, LayerSpec.parse("batchnorm"));
    assertEquals(
        List.of("dense 128", "batchnorm", "relu", "dense 128", "relu", "dense 10"), layers());
    model.moveLayer(1, 1);
    assertEquals("batchnorm", layers().get(2));
    model.replaceLayer(0, "dense 64");
    assertEquals("dense 64", layers().getFirst());
    model.removeLayer(2);
    assertEquals(List.of("dense 64", "relu", "dense 128", "relu", "dense 10"), layers());
  }

  @Test
  void theLastDenseLayerStaysTheLast() {
    model.moveLayer(4, -1);
    model.moveLayer(3, 1);
    model.insertLayer(99, LayerSpec.parse("tanh"));
    assertEquals("dense 10", layers().getLast());
    assertEquals("tanh", layers().get(4));
  }

  @Test
  void anImpossibleLayerIsRefusedInWordsAndNothingChanges() {
    model.replaceLayer(0, "dense 0");
    assertEquals(Presets.seed().network(), session.recipe().network());
    assertNotNull(session.noticeProperty().get());
    assertTrue(session.noticeProperty().get().text().contains("dense units must be"));
  }

  @Test
  void everyChangeCanBeUndoneAndRedone() {
    Recipe start = session.recipe();
    model.chooseOptimizer("adam");
    model.chooseSchedule("cosine");
    model.removeLayer(1);
    Recipe end = session.recipe();
    model.undo();
    model.undo();
    model.undo();
    assertEquals(start, session.recipe());
    assertFalse(model.canUndo().get());
    model.redo();
    model.redo();
    model.redo();
    assertEquals(end, session.recipe());
    assertFalse(model.canRedo().get());
  }

  @Test
  void whatIsTypedLetterByLetterInOneFieldIsOneChange() {
    field("Learning rate").textProperty().set("0.0");
    field("Learning rate").textProperty().set("0.05");
    field("Learning rate").textProperty().set("0.055");
    model.undo();
    assertEquals(Presets.seed(), session.recipe());
    assertEquals("0.1", field("Learning rate").textProperty().get());
  }

  @Test
  void aPresetIsFittedToThePresentData() {
    model.choosePreset("deep");
    assertEquals(Presets.deep().hidden(), session.recipe().hidden());
    assertEquals("mnist", session.recipe().dataset());
  }

  @Test
  void fieldsThatAScheduleDoesNotHaveDoNotApply() {
    assertTrue(field("Decay").appliesTo(session.recipe()));
    assertFalse(field("Warm-up").appliesTo(session.recipe()));
    model.chooseSchedule("cosine");
    assertFalse(field("Decay").appliesTo(session.recipe()));
    field("Warm-up").textProperty().set("100");
    assertEquals("cosine", session.recipe().schedule().name());
    assertEquals("", field("Warm-up").problemProperty().get());
  }

  @Test
  void optionalSettingsAreOffWhereTheFieldIsEmpty() {
    field("Max-norm").textProperty().set("3");
    field("Patience").textProperty().set("2");
    assertEquals(3.0, session.recipe().maxNorm());
    assertEquals(2, session.recipe().earlyStopping().patience());
    field("Max-norm").textProperty().set("");
    field("Patience").textProperty().set("");
    assertEquals(null, session.recipe().maxNorm());
    assertEquals(null, session.recipe().earlyStopping());
  }
}
