package glassbox.nn;

/**
 * Whether a batch goes through the network for training or for evaluation. A training pass carries
 * the run's seed and the step, from which a layer that draws (dropout) takes its numbers: the same
 * step draws the same, however often and in whichever order it is computed.
 */
public final class Pass {
  /** The network as it answers: dropout off, batch norm on its running statistics. */
  public static final Pass EVALUATION = new Pass(false, 0);

  private final boolean training;
  private final long seed;
  private long step;

  private Pass(boolean training, long seed) {
    this.training = training;
    this.seed = seed;
  }

  /** A training pass of a run with this seed, at step 0. */
  public static Pass training(long seed) {
    return new Pass(true, seed);
  }

  /** Moves this training pass to a step, counted from 0. */
  public Pass at(long newStep) {
    step = newStep;
    return this;
  }

  public boolean isTraining() {
    return training;
  }

  public long seed() {
    return seed;
  }

  public long step() {
    return step;
  }
}
