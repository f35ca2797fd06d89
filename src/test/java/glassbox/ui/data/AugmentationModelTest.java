package glassbox.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Augmentation;
import glassbox.data.SyntheticData;
import glassbox.training.Presets;
import glassbox.training.RecipeBuilder;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import glassbox.ui.support.IdxFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is tried out, what the recipe has, and the way back. */
@Timeout(60)
class AugmentationModelTest {
  private TrainingSession session;
  private AugmentationModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    Fx.start();
    Path data = IdxFolder.write(home.resolve("data"), SyntheticData.patterns(5, 8, 300, 100));
    session =
        Fx.get(() ->
            new TrainingSession(
                new RecipeBuilder().dataset(data.toString()).build(),
                new RunShelf(home.resolve("runs")),
                1));
    model = Fx.get(() -> new AugmentationModel(new PartImages(session)));
    Fx.run(() -> session.useDataset(data.toString()));
    Fx.await("the data are read", () -> session.state() == State.READY);
  }

  @AfterEach
  void close() {
    Fx.run(session::close);
    GlassboxThreads.awaitNone();
  }

  private Augmentation inRecipe() {
    return Fx.get(() -> session.recipe()).augmentation();
  }

  @Test
  void tryingOutChangesThePicturesAndNotTheRecipe() {
    Fx.run(() -> model.tryOut(Strength.ROTATE, 30));
    assertNull(inRecipe());
    Fx.run(model::ask);
    Fx.await(
        "24 versions are there",
        () -> {
          var result = session.augmentedPictures().resultProperty().get();
          return result != null
              && result.pictures().size() == 24
              && result.question().augmentation().rotate() == 30;
        });
  }

  @Test
  void whatIsCommittedIsInTheRecipeAndCanBeTakenBack() {
    Fx.run(() -> {
      model.tryOut(Strength.ROTATE, 30);
      model.commit(new Object());
    });
    assertEquals(30, inRecipe().rotate());
    assertTrue(Fx.get(() -> model.onProperty().get()));
    Fx.run(session.undo()::undo);
    assertNull(inRecipe());
    Fx.run(session.undo()::redo);
    assertEquals(30, inRecipe().rotate());
  }

  @Test
  void aSlidersWholeWayIsOneDeed() {
    Object slider = new Object();
    for (int degrees = 1; degrees < 5; degrees++) {
      int value = degrees;
      Fx.run(() -> {
        model.tryOut(Strength.ROTATE, value);
        model.commit(slider);
      });
    }
    Fx.run(session.undo()::undo);
    assertNull(inRecipe());
  }

  @Test
  void offAndOnAgainKeepsTheStrengths() {
    Fx.run(model::likeModern);
    Augmentation modern = Presets.named("modern", session.recipe().dataset()).augmentation();
    assertEquals(modern, inRecipe());
    Fx.run(() -> model.setOn(false));
    assertNull(inRecipe());
    Fx.run(() -> model.setOn(true));
    assertEquals(modern, inRecipe());
  }

  @Test
  void aCutOutOfNoPixelsIsNone() {
    Fx.run(() -> {
      model.tryOut(Strength.CUTOUT_SIZE, 3);
      model.tryOut(Strength.CUTOUT_PROBABILITY, 0.25);
    });
    Augmentation.Cutout cutout = Fx.get(() -> model.triedProperty().get()).cutout();
    assertNotNull(cutout);
    assertEquals(new Augmentation.Cutout(3, 0.25), cutout);
    Fx.run(() -> model.tryOut(Strength.CUTOUT_SIZE, 0));
    assertNull(Fx.get(() -> model.triedProperty().get()).cutout());
  }

  @Test
  void aRunInHandTakesItFromItsNextStepOn() {
    Fx.run(() -> session.step(2));
    Fx.await("it is paused", () -> session.state() == State.PAUSED);
    Fx.run(model::likeModern);
    assertNotNull(inRecipe());
    Fx.run(() -> session.step(2));
    Fx.await(
        "the run has it", () -> session.runProperty().get().plan().last().augmentation() != null);
  }

  @ParameterizedTest
  @EnumSource
  void everySliderGoesAsFarAsTheRecipeLets(Strength strength) {
    for (int side : new int[] {8, 28, 200}) {
      Augmentation least = strength.set(Augmentation.NONE, strength.at(0, side));
      Augmentation most = strength.set(Augmentation.NONE, strength.at(1, side));
      if (strength != Strength.CUTOUT_PROBABILITY) { // of nothing
        assertEquals(0, strength.of(least));
        assertEquals(strength.most(side), strength.of(most), 1e-9);
      }
      for (double share = 0; share <= 1; share += 0.05) {
        double value = strength.at(share, side);
        assertEquals(value, strength.at(strength.place(value, side), side), 1e-9);
      }
    }
  }
}
