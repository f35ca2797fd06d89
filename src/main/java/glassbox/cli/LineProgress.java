package glassbox.cli;

import glassbox.training.EpochResult;
import glassbox.training.Trainer;
import java.util.Locale;

/** A line an epoch, for logs. */
final class LineProgress implements Progress {
  private final TimeLeft timeLeft;

  LineProgress(Trainer trainer) {
    timeLeft = new TimeLeft(trainer, System::nanoTime);
  }

  @Override
  public void step(Trainer trainer) {
    timeLeft.look(trainer);
  }

  @Override
  public void epoch(Trainer trainer) {
    System.err.println(line(trainer));
  }

  private String line(Trainer trainer) {
    EpochResult epoch = trainer.history().epochs().getLast();
    String held =
        Double.isNaN(epoch.validationLoss())
            ? ""
            : String.format(
                Locale.ROOT,
                " · validation loss %.4f accuracy %.2f %%",
                epoch.validationLoss(),
                100 * epoch.validationAccuracy());
    return String.format(
        Locale.ROOT,
        "epoch %d/%d · loss %.4f accuracy %.2f %%%s · %,.0f images/s%s",
        epoch.epoch(),
        trainer.recipe().epochs(),
        epoch.trainLoss(),
        100 * epoch.trainAccuracy(),
        held,
        trainer.imagesLearned() / trainer.seconds(),
        trainer.isFinished() ? "" : left(trainer));
  }

  private String left(Trainer trainer) {
    return timeLeft
        .until(TimeLeft.planned(trainer))
        .map(left ->
            " · %d:%02d:%02d left"
                .formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart()))
        .orElse("");
  }

  @Override
  public void close() {}
}
