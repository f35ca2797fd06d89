package glassbox.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.Presets;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.TrainingSession;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults of the settings' fields. */
class SetupFaultsTest {
  private final TrainingSession session =
      new TrainingSession(Presets.seed(), new RunShelf(Path.of("none")), 1);
  private final SetupModel model = new SetupModel(session);

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Field field(String name) {
    return java.util.stream.Stream.concat(model.network().stream(), model.optimizer().stream())
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theNoticeGoesWhenTheFieldIsPutBackToWhatItWas() {
    field("Learning rate").textProperty().set("-1");
    session.refuse(model.problem().orElseThrow());
    field("Learning rate").textProperty().set("0.1");
    assertNull(session.noticeProperty().get());
  }

  @Test
  void aSeedIsALongLikeTheRecipes() {
    field("Seed").textProperty().set("3000000000");
    assertEquals("", field("Seed").problemProperty().get());
    assertEquals(3_000_000_000L, session.recipe().seed());
  }

  @Test
  void aProblemNamesTheFieldAsTheWindowDoes() {
    field("Learning rate").textProperty().set("-1");
    assertTrue(field("Learning rate").problemProperty().get().startsWith("Learning rate"));
    field("Hidden layers").textProperty().set("0");
    assertTrue(field("Hidden layers").problemProperty().get().startsWith("Hidden layers"));
  }

  @Test
  void lettersThatJavaTakesForANumberAreRefused() {
    field("Learning rate").textProperty().set("0.5f");
    assertTrue(!field("Learning rate").problemProperty().get().isEmpty());
  }
}
