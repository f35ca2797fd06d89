package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.History.ValidationPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trainer measures at the end of each epoch. */
class EpochTest {
  private final Compute compute = Compute.of("plain", 1);
  private final ImageDataset patterns = SyntheticData.patterns(5, 6, 100, 50);

  private Trainer finished(RecipeBuilder recipe, ImageDataset data) {
    Trainer trainer = new Trainer(recipe.build(), data, compute);
    while (!trainer.isFinished()) {
      trainer.step();
    }
    return trainer;
  }

  /** 90 images in batches of 32, 32 and 26. */
  @Test
  void trainingMeansWeighEachImageAlike() {
    Trainer trainer = finished(new RecipeBuilder().validation(10), patterns);
    History history = trainer.history();
    assertEquals(2, history.epochs().size());
    for (int epoch = 0; epoch < 2; epoch++) {
      EpochResult result = history.epochs().get(epoch);
      int step = 3 * epoch;
      double loss =
          32 * history.loss(step) + 32 * history.loss(step + 1) + 26 * history.loss(step + 2);
      double correct =
          32 * history.accuracy(step)
              + 32 * history.accuracy(step + 1)
              + 26 * history.accuracy(step + 2);
      assertEquals(epoch + 1, result.epoch());
      assertEquals(loss / 90, result.trainLoss(), 1e-9);
      assertEquals(correct / 90, result.trainAccuracy(), 1e-9);
      assertTrue(result.seconds() > 0);
    }
  }

  @Test
  void secondsOfTheEpochsAreThoseOfTheRun() {
    Trainer trainer = finished(new RecipeBuilder().epochs(3), patterns);
    double sum = trainer.history().epochs().stream().mapToDouble(EpochResult::seconds).sum();
    assertEquals(trainer.seconds(), sum, 1e-6);
  }

  @Test
  void imagesHeldOutAreMeasuredWithTheWeightsAfterTheEpoch() {
    Trainer trainer = finished(new RecipeBuilder().validation(10), patterns);
    Evaluation held =
        new Evaluator(trainer.network(), compute).evaluate(patterns.train().slice(90, 100));
    EpochResult last = trainer.history().epochs().getLast();
    assertEquals(held.loss(), last.validationLoss());
    assertEquals(held.accuracy(), last.validationAccuracy());
    List<ValidationPoint> points = trainer.history().validations();
    assertEquals(List.of(3, 6), points.stream().map(ValidationPoint::afterSteps).toList());
    assertEquals(new ValidationPoint(6, held.loss(), held.accuracy()), points.getLast());
  }

  @Test
  void imagesHeldOutAreNotLearned() {
    RecipeBuilder recipe = new RecipeBuilder().validation(20);
    ImageDataset blackened =
        new ImageDataset(
            "blackened",
            withLastBlack(patterns.train(), 20),
            patterns.test(),
            patterns.classNames());
    Trainer one = finished(recipe, patterns);
    Trainer other = finished(recipe, blackened);
    assertArrayEquals(one.testProbabilities().values(), other.testProbabilities().values());
    assertNotEquals(
        one.history().epochs().getLast().validationLoss(),
        other.history().epochs().getLast().validationLoss());
  }

  private static ImageSet withLastBlack(ImageSet images, int last) {
    byte[] pixels = new byte[images.count() * images.pixelsPerImage()];
    byte[] labels = new byte[images.count()];
    for (int i = 0; i < images.count(); i++) {
      labels[i] = (byte) images.label(i);
      if (i < images.count() - last) {
        System.arraycopy(
            images.image(i), 0, pixels, i * images.pixelsPerImage(), images.pixelsPerImage());
      }
    }
    return new ImageSet(pixels, labels, images.height(), images.width());
  }

  @Test
  void withoutImagesHeldOutThereIsNoValidation() {
    Trainer trainer = finished(new RecipeBuilder(), patterns);
    EpochResult last = trainer.history().epochs().getLast();
    assertEquals(Double.NaN, last.validationLoss());
    assertEquals(Double.NaN, last.validationAccuracy());
    assertTrue(trainer.history().validations().isEmpty());
  }
}
