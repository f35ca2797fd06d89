package glassbox.cli;

import glassbox.training.History;
import glassbox.training.Trainer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar over the whole run with images per second and time left, for a terminal. */
final class BarProgress implements Progress {
  private final ProgressBar bar;
  private final TimeLeft timeLeft;
  private double smoothedLoss = Double.NaN;

  BarProgress(Trainer trainer) {
    long images = TimeLeft.planned(trainer);
    TimeLeft timeLeft = new TimeLeft(trainer, System::nanoTime);
    this.timeLeft = timeLeft;
    bar =
        new ProgressBarBuilder()
            .setTaskName("training")
            .setInitialMax(images)
            .startsFrom(
                trainer.imagesLearned(), Duration.ofMillis((long) (1e3 * trainer.seconds())))
            .setEtaFunction(state -> timeLeft.until(images))
            .setUnit(" images", 1)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(100)
            .setSpeedUnit(ChronoUnit.SECONDS)
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .build();
  }

  @Override
  public void step(Trainer trainer) {
    History history = trainer.history();
    double loss = history.loss(history.size() - 1);
    smoothedLoss = Double.isNaN(smoothedLoss) ? loss : 0.98 * smoothedLoss + 0.02 * loss;
    timeLeft.look(trainer);
    bar.stepTo(trainer.imagesLearned());
    if (history.size() % 50 == 0) {
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.3f", smoothedLoss));
    }
  }

  @Override
  public void epoch(Trainer trainer) {}

  @Override
  public void close() {
    bar.close();
  }
}
