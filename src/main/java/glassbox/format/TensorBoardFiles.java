package glassbox.format;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.training.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run's curves for TensorBoard: {@code train} with loss, accuracy and learning rate of every
 * step, and {@code validation} with loss and accuracy of the images held out, under the same tags,
 * so that TensorBoard draws them on one chart. The times are those of a run that trained without a
 * pause and was saved when its checkpoint was.
 */
public final class TensorBoardFiles {
  private static final String NAME = "events.out.tfevents.%010d.glassbox";

  private final History history;
  private final double begun;
  private final double secondsPerStep;

  private TensorBoardFiles(RunState state, double saved) {
    history = state.history();
    double seconds = state.keyframe().trainingNanos() / 1e9;
    begun = saved - seconds;
    secondsPerStep = seconds / Math.max(1, history.size());
  }

  /**
   * Writes the event files into a folder, which is made where it is missing; files of an earlier
   * export of the same run are replaced.
   *
   * @throws FormatException where the run has no checkpoint, which holds its curves
   */
  public static void write(RunFolder run, Path folder) throws IOException {
    RunState state =
        run.readCheckpoint()
            .orElseThrow(() ->
                new FormatException(
                    "cannot export the curves",
                    run.checkpoint().toString(),
                    "expected a run with its checkpoint, got none"));
    double saved = Files.getLastModifiedTime(run.checkpoint()).toMillis() / 1000.0;
    new TensorBoardFiles(state, saved).write(folder);
  }

  private void write(Path folder) throws IOException {
    String name = NAME.formatted((long) begun);
    Path train = Files.createDirectories(folder.resolve("train")).resolve(name);
    AtomicFiles.write(train, out -> train(new EventFile(out, begun)));
    if (!history.validations().isEmpty()) {
      Path held = Files.createDirectories(folder.resolve("validation")).resolve(name);
      AtomicFiles.write(held, out -> validation(new EventFile(out, begun)));
    }
  }

  private double time(long steps) {
    return begun + steps * secondsPerStep;
  }

  private void train(EventFile events) throws IOException {
    for (int step = 0; step < history.size(); step++) {
      events.scalar(time(step + 1), step + 1, "loss", history.loss(step));
      events.scalar(time(step + 1), step + 1, "accuracy", history.accuracy(step));
      events.scalar(time(step + 1), step + 1, "learning rate", history.learningRate(step));
    }
  }

  private void validation(EventFile events) throws IOException {
    for (ValidationPoint point : history.validations()) {
      events.scalar(time(point.afterSteps()), point.afterSteps(), "loss", point.loss());
      events.scalar(time(point.afterSteps()), point.afterSteps(), "accuracy", point.accuracy());
    }
  }
}
