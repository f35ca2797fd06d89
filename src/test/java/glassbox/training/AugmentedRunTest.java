package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Augmentation;
import glassbox.data.Augmentation.Cutout;
import glassbox.data.Augmenter;
import glassbox.data.Batches;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that changes its images is the same run however it is made. */
class AugmentedRunTest {
  private static final int SIDE = 12;
  private static final ImageDataset STROKES = SyntheticData.strokes(5, SIDE, 220, 30);
  private static final ImageDataset BRIGHT = SyntheticData.patterns(5, SIDE, 220, 30);
  private static final Augmentation AUGMENTATION =
      new Augmentation(12, 0.1, 0.1, 1, 0.5, 0.3, new Cutout(3, 0.3), 0.1, 0.4, 0.5);

  private static final Recipe RECIPE =
      new RecipeBuilder()
          .network("dense 33", "batchnorm", "relu", "dense 5")
          .epochs(5)
          .batchSize(24)
          .validation(20)
          .build()
          .with(draft -> draft.augmentation = AUGMENTATION);

  private static Trainer trainer(RunPlan plan, ImageDataset data) {
    return new Trainer(plan, data, Compute.of("plain", 1));
  }

  private static Trainer whole(ImageDataset data) {
    return Runs.finish(trainer(new RunPlan(RECIPE), data));
  }

  @Test
  void oneDataSetIsLearnedInSparseBatchesAndTheOtherInDenseOnes() {
    assertTrue(matrix(STROKES).refill() != null);
    assertEquals(null, matrix(BRIGHT).refill());
  }

  private static Matrix matrix(ImageDataset data) {
    return new TrainingImages(data.train()).batches(RECIPE).matrix();
  }

  @ParameterizedTest
  @CsvSource({"plain, 2", "plain, 3", "simd, 1", "simd, 2", "simd, 3"})
  void onAnyKernelAndNumberOfThreads(String kernel, int threads) {
    for (ImageDataset data : List.of(STROKES, BRIGHT)) {
      try (Compute compute = Compute.of(kernel, threads)) {
        Trainer other = Runs.finish(new Trainer(RECIPE, data, compute));
        Runs.assertSame(whole(data), other, data.name());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"plain, 1", "simd, 1", "simd, 2"})
  void withBatchesPreparedByAThreadOfItsOwn(String kernel, int threads) {
    try (Compute compute = Compute.withPreparer(kernel, threads)) {
      Trainer other = Runs.finish(new Trainer(RECIPE, STROKES, compute));
      Runs.assertSame(whole(STROKES), other, STROKES.name());
    }
  }

  @Test
  void resumedFromAnyStep() {
    Trainer undisturbed = whole(STROKES);
    Random random = new Random(4);
    for (int i = 0; i < 5; i++) {
      int at = random.nextInt((int) undisturbed.steps());
      Trainer first = Runs.at(trainer(new RunPlan(RECIPE), STROKES), at);
      Trainer second = trainer(new RunPlan(RECIPE), STROKES);
      second.resume(new RunState(first.keyframe(), first.history()));
      Runs.assertSame(undisturbed, Runs.finish(second), "from step " + at);
    }
  }

  @Test
  void replayedAtAnyStepThoughBatchesAndAugmentationChange() {
    Trainer live = trainer(new RunPlan(RECIPE), STROKES);
    Timeline timeline = new Timeline(new KeyframeMemory(KeyframeMemory.BYTES), 8);
    Keyframe[] keyframes = new Keyframe[40];
    while (live.steps() < 40) {
      if (live.steps() == 11) {
        live.change(RECIPE.withBatchSize(17));
      }
      if (live.steps() == 20) {
        live.change(live.recipe().with(draft -> draft.augmentation = null));
      }
      if (live.steps() == 27) {
        live.change(live.recipe().with(draft -> draft.augmentation = AUGMENTATION));
      }
      keyframes[(int) live.steps()] = live.keyframe();
      live.step();
      timeline.offer(live);
    }
    Replay replay = new Replay(live::plan, STROKES, Compute.of("plain", 1), timeline);
    for (int step : new int[] {39, 3, 12, 19, 21, 27, 28, 11, 35, 20}) {
      Keyframe got = replay.keyframeAt(step, () -> true).orElseThrow();
      Runs.assertSame(keyframes[step], got, "step " + step);
    }
  }

  @Test
  void augmentationIsFeltAndDependsOnTheSeed() {
    Trainer augmented = Runs.at(trainer(new RunPlan(RECIPE), STROKES), 3);
    Recipe plain = RECIPE.with(draft -> draft.augmentation = null);
    Trainer without = Runs.at(trainer(new RunPlan(plain), STROKES), 3);
    assertFalse(Arrays.equals(firstWeights(augmented), firstWeights(without)));
  }

  private static float[] firstWeights(Trainer trainer) {
    Parameter first = trainer.network().parameters().getFirst();
    return first.value().values();
  }

  @Test
  void noImageIsTheSameTwice() {
    ImageSet images = STROKES.train();
    Augmentation always = new Augmentation(12, 0.1, 0.1, 1, 0.5, 0, null, 0, 0, 0.5);
    Batches batches =
        new Batches(images, 24, false, 1)
            .augmentedBy(new Augmenter(always, images, 1, "augmentation"), 2);
    Matrix first = batches.matrix();
    Matrix second = batches.matrix();
    int[] labels = new int[24];
    batches.fill(0, 0, 0, first, labels);
    int[] wanted = labels.clone();
    batches.fill(1, 0, 10, second, labels);
    assertArrayEquals(wanted, labels);
    int pixels = SIDE * SIDE;
    for (int i = 0; i < 24; i++) {
      assertFalse(
          Arrays.equals(
              Arrays.copyOfRange(first.values(), i * pixels, (i + 1) * pixels),
              Arrays.copyOfRange(second.values(), i * pixels, (i + 1) * pixels)),
          "image " + i);
    }
    batches.fill(0, 0, 0, second, labels);
    assertArrayEquals(first.values(), second.values(), "the same step again");
  }

  @Test
  void theLastEpochsAreAsAWeakerAugmentation() {
    ImageSet images = STROKES.train();
    Augmentation weakening = new Augmentation(30, 0.2, 0.2, 2, 1, 0, null, 0, 0.5, 0.5);
    Augmentation weak = new Augmentation(15, 0.1, 0.1, 1, 0.5, 0, null, 0, 0, 0.5);
    Matrix wanted = filled(weak, images, 3);
    assertArrayEquals(wanted.values(), filled(weakening, images, 3).values());
    assertFalse(
        Arrays.equals(filled(weak, images, 1).values(), filled(weakening, images, 1).values()));
  }

  private static Matrix filled(Augmentation augmentation, ImageSet images, int epoch) {
    Batches batches =
        new Batches(images, 24, true, 1)
            .augmentedBy(new Augmenter(augmentation, images, 1, "augmentation"), 4);
    Matrix x = new Matrix(24, images.pixelsPerImage());
    batches.fill(epoch, 24, 99, x, new int[24]);
    return x;
  }

  @Test
  void imagesThatAreNotSquareAreRefusedBeforeTheFirstStep() {
    ImageSet rows = SyntheticData.counting(30, 8);
    ImageDataset data = new ImageDataset("rows", rows, rows, List.of("a", "b", "c", "d", "e"));
    Recipe recipe = RECIPE.withValidation(0);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> recipe.requireFits(data));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("augmentation must be null for images"),
        refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void testTimeAugmentationAveragesTheCleanImageAndItsVersions() {
    Trainer run = whole(STROKES);
    try (Compute compute = Compute.of("plain", 1)) {
      Evaluator evaluator = new Evaluator(run.network(), compute);
      ImageSet test = STROKES.test();
      Matrix clean = evaluator.probabilities(test);
      Matrix one = new TestTimeAugmentation(AUGMENTATION, 1, 1).probabilities(evaluator, test);
      Matrix four = new TestTimeAugmentation(AUGMENTATION, 4, 1).probabilities(evaluator, test);
      assertFalse(Arrays.equals(clean.values(), one.values()));
      assertFalse(Arrays.equals(one.values(), four.values()));
      for (int n = 0; n < test.count(); n++) {
        double sum = 0;
        for (int c = 0; c < 5; c++) {
          sum += four.get(n, c);
        }
        assertEquals(1, sum, 1e-5);
      }
      Matrix again = new TestTimeAugmentation(AUGMENTATION, 4, 1).probabilities(evaluator, test);
      assertArrayEquals(four.values(), again.values());
      Matrix still =
          new TestTimeAugmentation(Augmentation.NONE, 3, 1).probabilities(evaluator, test);
      assertArrayEquals(clean.values(), still.values(), 1e-6f);
    }
  }

  @Test
  void aMeanIsTheMean() {
    MeanProbabilities mean = new MeanProbabilities();
    assertThrows(IllegalStateException.class, mean::mean);
    mean.add(Matrix.of(1, 2, 0.2f, 0.8f));
    mean.add(Matrix.of(1, 2, 0.6f, 0.4f));
    assertArrayEquals(new float[] {0.4f, 0.6f}, mean.mean().values(), 1e-7f);
    mean.add(Matrix.of(1, 2, 1f, 0f));
    assertArrayEquals(new float[] {0.6f, 0.4f}, mean.mean().values(), 1e-7f);
  }
}
