package glassbox.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share one piece of work of some microseconds and come back at once for the next.
 *
 * <p>A product of the seed network takes about 50 µs, less than it costs to wake a sleeping thread,
 * so a helper watches for work for a moment before it sleeps. The work is cut into parts that
 * whoever is free takes next: the caller too, so that on a busy machine a helper that does not get
 * a processor delays nobody. One caller at a time.
 */
final class Workers implements AutoCloseable {
  /** How often to look before giving the processor to others: some tens of microseconds. */
  private static final int SPINS = 1_000;

  /** How often a helper then gives way before it sleeps. */
  private static final int YIELDS = 50;

  private static final int NO_PART = Integer.MAX_VALUE;

  /** Computes one part of a work. */
  interface Share {
    void run(int part, int parts);
  }

  private final Helper[] helpers;

  /**
   * The round in the upper half, the next part to take in the lower one. Between two rounds it is
   * set to one without parts: a helper that is late would otherwise take a part of the new work by
   * the old count.
   */
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger finished = new AtomicInteger();
  private volatile boolean closed;
  private volatile Throwable failure = NONE;
  private volatile Share share = (part, parts) -> {};
  private volatile int parts;

  private static final Throwable NONE = new Throwable("none", null, false, false) {};

  Workers(int threads) {
    helpers = new Helper[threads - 1];
    for (int h = 0; h < helpers.length; h++) {
      helpers[h] = new Helper("glassbox-worker-" + (h + 1));
      helpers[h].thread.start();
    }
  }

  int threads() {
    return helpers.length + 1;
  }

  /** The threads beside the caller's, for tests. */
  List<Thread> helperThreads() {
    return Arrays.stream(helpers).map(helper -> helper.thread).toList();
  }

  /**
   * Runs all parts and returns when the last one is done.
   *
   * @throws IllegalStateException where a part failed; the others are done all the same
   */
  void run(int partCount, Share work) {
    long before = ticket.get() >>> 32;
    ticket.set((before + 1 << 32) + NO_PART); // nobody takes a part of what is being prepared
    share = work;
    parts = partCount;
    finished.set(0);
    failure = NONE;
    long round = before + 2 << 32;
    ticket.set(round);
    for (Helper helper : helpers) {
      helper.wake();
    }
    takePartsOf(round);
    for (int spin = 0; finished.get() < partCount; spin++) {
      waitALittle(spin);
    }
    if (failure != NONE) {
      throw new IllegalStateException("a part of the work failed", failure);
    }
  }

  private static void waitALittle(int spin) {
    if (spin < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  /** Takes parts until none is left, or until the round is over. */
  private void takePartsOf(long round) {
    while (true) {
      Share work = share;
      int count = parts;
      long next = ticket.get();
      int part = (int) next;
      if (next - part != round || part >= count) {
        return;
      }
      if (ticket.compareAndSet(next, next + 1)) { // so work and count are this round's
        runPart(work, part, count);
      }
    }
  }

  private void runPart(Share work, int part, int count) {
    try {
      work.run(part, count);
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      finished.incrementAndGet();
    }
  }

  /** A thread that helps in every round that it notices. */
  private final class Helper {
    private final Thread thread;
    private final AtomicBoolean asleep = new AtomicBoolean();

    Helper(String name) {
      thread = new Thread(this::help, name);
      thread.setDaemon(true);
    }

    private void help() {
      long seen = 0;
      while (!closed) {
        long round = ticket.get() >>> 32 << 32;
        if (round == seen) {
          awaitRoundAfter(seen);
        } else {
          seen = round;
          takePartsOf(round);
        }
      }
    }

    private void awaitRoundAfter(long seen) {
      for (int spin = 0; spin < SPINS + YIELDS; spin++) {
        if (ticket.get() >>> 32 << 32 != seen || closed) {
          return;
        }
        waitALittle(spin);
      }
      asleep.set(true);
      while (ticket.get() >>> 32 << 32 == seen && !closed) {
        LockSupport.park(Workers.this);
      }
      asleep.set(false);
    }

    void wake() {
      if (asleep.get()) {
        LockSupport.unpark(thread);
      }
    }
  }

  /** Ends the helpers; no work may be given afterwards. */
  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper.thread);
    }
  }
}
