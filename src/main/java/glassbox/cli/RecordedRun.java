package glassbox.cli;

import glassbox.analysis.Predictions;
import glassbox.format.RunRecorder;
import glassbox.format.RunSummary;
import glassbox.linalg.Compute;
import glassbox.training.DivergedException;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A run on the command line, from where it is to its end, with its folder kept up to date. */
final class RecordedRun {
  private final Trainer trainer;
  private final RunRecorder recorder;
  private final Compute compute;
  private final boolean quiet;

  RecordedRun(Trainer trainer, RunRecorder recorder, Compute compute, boolean quiet) {
    this.trainer = trainer;
    this.recorder = recorder;
    this.compute = compute;
    this.quiet = quiet;
  }

  /** Trains, saves, and prints what came of it. */
  void printTheEnd(boolean json) throws IOException {
    RunSummary summary = toTheEnd();
    System.out.print(json ? summary.json() : words(summary, recorder.folder().report()));
  }

  /** Trains and saves. */
  RunSummary toTheEnd() throws IOException {
    try (recorder) {
      return trainAndKeep();
    }
  }

  private RunSummary trainAndKeep() throws IOException {
    train();
    Predictions test = new Predictions(trainer.dataset().test(), trainer.testProbabilities());
    double loss = test.evaluation().loss();
    if (!Double.isFinite(loss)) {
      throw new DivergedException(trainer.steps(), loss, trainer.learningRate(trainer.steps() - 1));
    }
    test.onlyAnswer().ifPresent(this::hasDied);
    return recorder.finish(test, compute);
  }

  private void hasDied(int answer) {
    if (!quiet) {
      System.err.printf(
          "the network answers every image with %s: it has learned nothing;"
              + " try a smaller learning rate%n",
          trainer.dataset().classNames().get(answer));
    }
  }

  private void train() throws IOException {
    try (Progress progress = Progress.of(trainer, quiet)) {
      while (!trainer.isFinished()) {
        trainer.step();
        progress.step(trainer);
        if (trainer.course().isEpochEnd(trainer.steps())) {
          progress.epoch(trainer);
        }
        recorder.afterStep();
      }
    } catch (DivergedException e) {
      recorder.fail();
      throw e;
    }
  }

  private static String words(RunSummary summary, Path report) {
    return String.format(
        Locale.ROOT,
        "test accuracy %.2f %% · test loss %.4f · %,.0f images/s in %.1f s%npictures in %s%n",
        100 * summary.testAccuracy(),
        summary.testLoss(),
        summary.imagesPerSecond(),
        summary.seconds(),
        report);
  }
}
