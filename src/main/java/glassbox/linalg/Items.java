package glassbox.linalg;

/** Does a piece of a work that consists of many like items: those in [from, to). */
public interface Items {
  /** Does these items, on any thread; what comes of one must not depend on the others. */
  void take(int from, int to);
}
