package glassbox.cli;

import glassbox.format.RunFolder;
import glassbox.format.RunSummary;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Says on standard error how far a sweep has come; nothing if quiet. */
final class SweepProgress {
  private final int runs;
  private final boolean quiet;
  private int ended;

  SweepProgress(int runs, boolean quiet) {
    this.runs = runs;
    this.quiet = quiet;
  }

  void begins(SweepJob job) {
    say("run %d of %d: %s".formatted(ended + 1, runs, job.title()));
  }

  void ended(SweepJob job) throws IOException {
    ended++;
    Optional<RunSummary> summary = RunFolder.open(job.folder()).readSummary();
    say(
        String.format(
            Locale.ROOT,
            "%d of %d done: %s · test accuracy %.2f %%",
            ended,
            runs,
            job.title(),
            100 * summary.map(RunSummary::testAccuracy).orElse(Double.NaN)));
  }

  void failed(SweepJob job, String reason) {
    ended++;
    say("%d of %d failed: %s · %s".formatted(ended, runs, job.title(), reason));
  }

  private void say(String line) {
    if (!quiet) {
      System.err.println(line);
    }
  }
}
