package glassbox.cli;

import glassbox.training.Trainer;

/** How a run is followed on standard error. */
interface Progress extends AutoCloseable {
  /** A step is done. */
  void step(Trainer trainer);

  /** An epoch is done; its figures are the history's last. */
  void epoch(Trainer trainer);

  @Override
  void close();

  /** A bar on a terminal, a line an epoch otherwise, nothing if quiet. */
  static Progress of(Trainer trainer, boolean quiet) {
    if (quiet) {
      return new Silent();
    }
    return Terminals.standardErrorIsATerminal()
        ? new BarProgress(trainer)
        : new LineProgress(trainer);
  }

  /** Says nothing. */
  final class Silent implements Progress {
    @Override
    public void step(Trainer trainer) {}

    @Override
    public void epoch(Trainer trainer) {}

    @Override
    public void close() {}
  }
}
