package glassbox.ui.session;

/** What the session is doing; drives every button. */
public enum State {
  /** There is no data set yet. */
  EMPTY,
  /** A data set is being read. */
  LOADING,
  /** Ready to train. */
  READY,
  /** Training. */
  RUNNING,
  /** A run is in hand and waits. */
  PAUSED,
  /** The last run came to its end or was stopped; ready to train anew. */
  FINISHED,
  /** The last run could not go on; what was measured is still there. */
  FAILED
}
