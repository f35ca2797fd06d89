package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.linalg.Compute;
import glassbox.nn.Network;

/**
 * What the window shows of one step of a run: the network as it was then, a copy that nobody trains
 * or changes, and its answers to the test set. Panes hold it to know which moment they show; what
 * they want to know of the network they ask the session.
 */
public final class Snapshot {
  private final Run run;
  private final long step;
  private final Network network;
  private final Predictions test;

  private Snapshot(Run run, long step, Network network, Predictions test) {
    this.run = run;
    this.step = step;
    this.network = network;
    this.test = test;
  }

  /**
   * Copies a network, which may train on afterwards.
   *
   * @param step steps done
   * @param test the network's answers to the test set
   */
  static Snapshot of(Run run, long step, Network network, Predictions test) {
    return new Snapshot(run, step, network.copy(1, Compute.single()), test);
  }

  public Run run() {
    return run;
  }

  /** Steps done. */
  public long step() {
    return step;
  }

  /** The answers to the test set. */
  public Predictions test() {
    return test;
  }

  /** Its parameters are to be read or copied from any thread; its buffers belong to nobody. */
  Network network() {
    return network;
  }
}
