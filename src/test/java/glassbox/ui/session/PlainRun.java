package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.History;
import glassbox.training.RunPlan;
import glassbox.training.Trainer;
import org.jspecify.annotations.Nullable;

/** The same run by a trainer alone, on one thread, without anybody who looks at it. */
record PlainRun(History history, Matrix probabilities) {

  /** The first steps of a run. */
  static PlainRun of(RunPlan plan, ImageDataset data, long steps) {
    Trainer trainer = new Trainer(plan, data, Compute.single());
    while (trainer.steps() < steps) {
      trainer.step();
    }
    return new PlainRun(trainer.history(), trainer.testProbabilities());
  }

  /** The whole run. */
  static PlainRun of(RunPlan plan, ImageDataset data) {
    return of(plan, data, plan.course(data).totalSteps());
  }

  /** Whether these are the answers of this run's last network, bit for bit. */
  boolean answers(@Nullable Predictions shown) {
    if (shown == null) {
      return false;
    }
    for (int image = 0; image < shown.count(); image++) {
      for (int c = 0; c < shown.classes(); c++) {
        if (shown.probability(image, c) != probabilities.get(image, c)) {
          return false;
        }
      }
    }
    return true;
  }

  void assertSameHistory(History other) {
    assertEquals(history.size(), other.size(), "steps");
    assertSamePast(history, other, other.size());
  }

  /** Bit for bit, as far as a step. */
  static void assertSamePast(History expected, History actual, long steps) {
    for (int i = 0; i < steps; i++) {
      assertEquals(expected.loss(i), actual.loss(i), "loss of step " + i);
      assertEquals(expected.accuracy(i), actual.accuracy(i), "accuracy of step " + i);
      assertEquals(expected.learningRate(i), actual.learningRate(i), "rate of step " + i);
    }
  }
}
