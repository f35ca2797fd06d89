package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.optim.LearningRateSchedule;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private final Compute compute = Compute.of("plain", 1);
  private final ImageDataset patterns = SyntheticData.patterns(5, 6, 100, 50);

  private Trainer trainer(RecipeBuilder recipe) {
    return new Trainer(recipe.build(), patterns, compute);
  }

  private static Trainer finish(Trainer trainer) {
    while (!trainer.isFinished()) {
      trainer.step();
    }
    return trainer;
  }

  @Test
  void learnsPatternsThatCanBeLearned() {
    Trainer trainer = finish(trainer(new RecipeBuilder().epochs(40)));
    assertEquals(1.0, trainer.test().accuracy());
    assertTrue(trainer.test().loss() < 0.3, "loss " + trainer.test().loss());
  }

  @Test
  void overfitsTwentyImagesOfNoise() {
    ImageDataset noise = SyntheticData.noise(10, 6, 20);
    Recipe recipe = new RecipeBuilder().network("dense 64", "relu", "dense 10").epochs(500).build();
    Trainer trainer = finish(new Trainer(recipe, noise, compute));
    assertEquals(1.0, trainer.test().accuracy());
  }

  @Test
  void countsItsStepsAndImages() {
    Trainer trainer = trainer(new RecipeBuilder().validation(10));
    assertEquals(3, trainer.stepsPerEpoch());
    assertEquals(6, trainer.totalSteps());
    long[] imagesAfter = {0, 32, 64, 90, 122, 154, 180};
    for (int step = 0; step < 6; step++) {
      assertEquals(step, trainer.steps());
      assertEquals(imagesAfter[step], trainer.imagesLearned());
      assertFalse(trainer.isFinished());
      trainer.step();
    }
    assertTrue(trainer.isFinished());
    assertEquals(180, trainer.imagesLearned());
    assertEquals(6, trainer.history().size());
    assertTrue(trainer.seconds() > 0);
  }

  @Test
  void aFinishedRunHasNoFurtherStep() {
    Trainer trainer = finish(trainer(new RecipeBuilder()));
    assertEquals(
        "the run is finished after 8 steps",
        assertThrows(IllegalStateException.class, trainer::step).getMessage());
    assertEquals(8, trainer.history().size());
  }

  @Test
  void theLearningRateFollowsTheSchedule() {
    LearningRateSchedule schedule = new LearningRateSchedule.InverseTime(0.5);
    Trainer trainer = trainer(new RecipeBuilder().learningRate(0.2).schedule(schedule));
    finish(trainer);
    for (int step = 0; step < 8; step++) {
      assertEquals(0.2 / (1 + 0.5 * step), trainer.history().learningRate(step), 1e-12);
      assertEquals(trainer.history().learningRate(step), trainer.learningRate(step));
    }
  }

  @Test
  void aStepIsMeasuredBeforeItsUpdate() {
    Trainer trainer = trainer(new RecipeBuilder().batchSize(100).shuffle(false));
    Evaluator before = new Evaluator(trainer.network(), compute);
    Evaluation evaluation = before.evaluate(patterns.train());
    trainer.step();
    assertEquals(evaluation.loss(), trainer.history().loss(0), 1e-6);
    assertEquals(evaluation.accuracy(), trainer.history().accuracy(0));
  }

  @Test
  void measuringChangesNothing() {
    Trainer measured = trainer(new RecipeBuilder().validation(10));
    Trainer left = trainer(new RecipeBuilder().validation(10));
    while (!left.isFinished()) {
      measured.step();
      measured.validate();
      measured.test();
      left.step();
      assertEquals(
          left.history().loss((int) left.steps() - 1),
          measured.history().loss((int) left.steps() - 1));
    }
    assertArrayEquals(left.testProbabilities().values(), measured.testProbabilities().values());
  }

  @Test
  void aRecipeThatDoesNotFitTheDataIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> trainer(new RecipeBuilder().network("dense 4")));
  }
}
