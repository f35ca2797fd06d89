package glassbox.cli;

import glassbox.training.EpochResult;
import glassbox.training.Trainer;
import java.util.Locale;

/** A line an epoch, for logs. */
final class LineProgress implements Progress {
  @Override
  public void step(Trainer trainer) {}

  @Override
  public void epoch(Trainer trainer) {
    System.err.println(line(trainer));
  }

  static String line(Trainer trainer) {
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
        "epoch %d/%d · loss %.4f accuracy %.2f %%%s · %,.0f images/s",
        epoch.epoch(),
        trainer.recipe().epochs(),
        epoch.trainLoss(),
        100 * epoch.trainAccuracy(),
        held,
        trainer.imagesLearned() / trainer.seconds());
  }

  @Override
  public void close() {}
}
