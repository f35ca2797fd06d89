package glassbox.linalg;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share one piece of work of some microseconds and come back at once for the next.
 *
 * <p>A product of the seed network takes about 50 µs, less than it costs to wake a sleeping thread,
 * so a helper watches for work for a moment before it sleeps. The caller takes part itself. One
 * caller at a time.
 */
final class Workers implements AutoCloseable {
  /** How often a helper looks before it sleeps: some tens of microseconds. */
  private static final int SPINS = 20_000;

  /** Computes the given part of a work of so many parts. */
  interface Share {
    void run(int part, int parts);
  }

  private final Thread[] helpers;
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicInteger round = new AtomicInteger();
  private volatile boolean closed;
  private volatile Throwable failure = NONE;
  private Share share = (part, parts) -> {};

  private static final Throwable NONE = new Throwable("none", null, false, false) {};

  Workers(int threads) {
    helpers = new Thread[threads - 1];
    for (int h = 0; h < helpers.length; h++) {
      int part = h + 1;
      helpers[h] = new Thread(() -> help(part), "glassbox-worker-" + part);
      helpers[h].setDaemon(true);
      helpers[h].start();
    }
  }

  int threads() {
    return helpers.length + 1;
  }

  /** Runs all parts and returns when the last one is done. */
  void run(Share work) {
    share = work;
    unfinished.set(helpers.length);
    round.incrementAndGet();
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    try {
      work.run(0, threads());
    } finally {
      while (unfinished.get() > 0) {
        Thread.onSpinWait();
      }
    }
    if (failure != NONE) {
      throw new IllegalStateException("a worker thread failed", failure);
    }
  }

  private void help(int part) {
    int seen = 0;
    while (true) {
      seen = awaitRoundAfter(seen);
      if (closed) {
        return;
      }
      try {
        share.run(part, threads());
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        unfinished.decrementAndGet();
      }
    }
  }

  private int awaitRoundAfter(int seen) {
    for (int spin = 0; round.get() == seen && !closed; spin++) {
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
    return seen + 1;
  }

  /** Ends the helpers; no work may be given afterwards. */
  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}
