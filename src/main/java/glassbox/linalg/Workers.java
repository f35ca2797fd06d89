package glassbox.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share one piece of work of some microseconds and come back at once for the next.
 *
 * <p>A product of the seed network takes about 10 µs, less than it costs to wake a sleeping thread,
 * so a helper watches for work for a moment before it sleeps. The work is cut into parts. Each
 * thread begins with parts of its own, the same in every round, so that it finds in its cache what
 * it left there; then it takes what is free. So does the caller: on a busy machine a helper that
 * does not get a processor delays nobody. One caller at a time.
 *
 * <p>Between rounds a helper may do one job {@linkplain #ahead ahead} of when it is needed. Where a
 * processor is spare, a preparer does nothing but these jobs and sleeps between them.
 */
final class Workers implements AutoCloseable {
  /** The largest number of parts. */
  static final int MOST_PARTS = 32;

  private static final int PARTS_PER_THREAD = 2;

  /**
   * Below so many multiply-adds the arithmetic would be done in less time, but what one thread has
   * just written has to travel to the other's cache and back (docs/performance.md).
   */
  private static final long WORTH_SHARING = 4_000_000;

  /** How often to look whether somebody comes for his part: some tens of microseconds. */
  private static final int MOST_PATIENCE = 1_000;

  private static final int LEAST_PATIENCE = 10;

  /** How often to look before giving the processor to others: some tens of microseconds. */
  private static final int SPINS = 1_000;

  /** How long a helper looks before it sleeps: longer than the longest pause within a step. */
  private static final long AWAKE_NANOS = 500_000;

  private static final int ALL_TAKEN = -1;

  /** Computes one part of a work. */
  interface Share {
    void run(int part, int parts);
  }

  private final Helper[] helpers;
  private final @Nullable Thread preparer;

  /**
   * What the threads say to each other, each number in a pair of cache lines of its own: a thread
   * that watches one is not disturbed by what others write next to it.
   */
  private final AtomicLongArray shared = new AtomicLongArray(48);

  /**
   * The round in the upper half, in the lower one a bit for each part that is taken. Between two
   * rounds it is set to one with all parts taken: a helper that is late would otherwise take a part
   * of the new work by the old count.
   */
  private static final int ROUND = 16;

  /** How many parts of the round are finished. */
  private static final int FINISHED = 32;

  private final AheadJob ahead = new AheadJob();
  private volatile boolean closed;
  private volatile Throwable failure = NONE;
  private volatile Share share = (part, parts) -> {};
  private volatile int parts;
  private volatile boolean eachItsOwn;
  private int patience = MOST_PATIENCE; // the caller's

  private static final Throwable NONE = new Throwable("none", null, false, false) {};

  /** So many threads, the caller's among them. */
  Workers(int threads) {
    this(threads, false);
  }

  /**
   * So many threads, the caller's among them.
   *
   * @param prepares whether there is one more, for jobs ahead alone
   */
  Workers(int threads, boolean prepares) {
    shared.set(ROUND, ALL_TAKEN & 0xffff_ffffL);
    helpers = new Helper[threads - 1];
    for (int h = 0; h < helpers.length; h++) {
      helpers[h] = new Helper("glassbox-worker-" + (h + 1), h + 1);
      helpers[h].thread.start();
    }
    preparer = prepares ? daemon(this::prepare, "glassbox-preparer") : null;
    if (preparer != null) {
      preparer.start();
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  int threads() {
    return helpers.length + 1;
  }

  /** How many threads can share one work: a machine may have more. */
  int sharers() {
    return Math.min(MOST_PARTS, threads());
  }

  /** A few parts for each thread, so that one that comes late still finds something to do. */
  int mostParts() {
    return Math.min(MOST_PARTS, PARTS_PER_THREAD * threads());
  }

  /** Whether a product of so many multiply-adds is worth being shared. */
  boolean isWorthSharing(long work) {
    return threads() > 1 && work >= WORTH_SHARING;
  }

  /** Whether there is a thread for jobs ahead alone. */
  boolean hasPreparer() {
    return preparer != null;
  }

  /** The threads that share work with the caller's, for tests. */
  List<Thread> helperThreads() {
    return Arrays.stream(helpers).map(helper -> helper.thread).toList();
  }

  /**
   * Runs all parts and returns when the last one is done.
   *
   * @param partCount in [1, {@link #MOST_PARTS}]
   * @throws IllegalStateException where a part failed; the others are done all the same
   */
  void run(int partCount, Share work) {
    run(partCount, work, false);
  }

  /**
   * The same of parts that each thread has in its cache: the first is the caller's, the next the
   * first helper's. The caller waits a moment until they have begun before it takes theirs too. The
   * more often nobody came, the shorter.
   *
   * @param partCount in [1, {@link #sharers}]
   */
  void runEach(int partCount, Share work) {
    run(partCount, work, true);
  }

  private void run(int partCount, Share work, boolean each) {
    if (partCount < 1 || partCount > MOST_PARTS) {
      throw new IllegalArgumentException(
          "parts must be in [1, %d], got %d".formatted(MOST_PARTS, partCount));
    }
    long before = shared.get(ROUND) >>> 32;
    shared.set(
        ROUND, (before + 1 << 32) + (ALL_TAKEN & 0xffff_ffffL)); // while the work is prepared
    share = work;
    parts = partCount;
    eachItsOwn = each;
    shared.set(FINISHED, 0);
    failure = NONE;
    long now = before + 2 << 32;
    shared.set(ROUND, now);
    for (Helper helper : helpers) {
      helper.wake();
    }
    takePartsOf(now, 0);
    for (int spin = 0; shared.get(FINISHED) < partCount; spin++) {
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

  /** Takes parts, a worker's own first, until none is left or until the round is over. */
  private void takePartsOf(long now, int worker) {
    int looks = patience;
    boolean each = false;
    while (true) {
      Share work = share;
      int count = parts;
      each = eachItsOwn;
      long state = shared.get(ROUND);
      int free = ~(int) state & -1 >>> 32 - count;
      if (state >>> 32 != now >>> 32 || free == 0) {
        break;
      }
      int own = each ? worker : worker * count / threads();
      if (each && (own >= count || (free & 1 << own) == 0)) {
        if (worker > 0) {
          break;
        }
        if (looks > 0) {
          looks--;
          Thread.onSpinWait();
          continue;
        }
      }
      int fromOwn = free & -1 << own;
      int part = Integer.numberOfTrailingZeros(fromOwn != 0 ? fromOwn : free);
      if (shared.compareAndSet(
          ROUND, state, state | 1L << part)) { // so work and count are this round's
        runPart(work, part, count);
      }
    }
    if (worker == 0 && each) {
      patience =
          looks > 0
              ? Math.min(MOST_PATIENCE, 2 * patience)
              : Math.max(LEAST_PATIENCE, patience / 2);
    }
  }

  private void runPart(Share work, int part, int count) {
    try {
      work.run(part, count);
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      shared.incrementAndGet(FINISHED);
    }
  }

  /**
   * Lets a helper do a job while the caller goes on. One at a time: {@link #awaitAhead} comes
   * before the next.
   */
  void ahead(Runnable job) {
    ahead.offer(job);
    for (Helper helper : helpers) {
      helper.wake();
    }
    LockSupport.unpark(preparer);
  }

  private void prepare() {
    while (!closed) {
      if (ahead.isOffered()) {
        ahead.runIfOffered();
      } else {
        LockSupport.park(this);
      }
    }
  }

  /**
   * Returns when the job given to {@link #ahead} is done; does it itself where no helper has begun.
   *
   * @throws IllegalStateException where it failed
   */
  void awaitAhead() {
    ahead.runIfOffered();
    for (int spin = 0; !ahead.isDone(); spin++) {
      waitALittle(spin);
    }
    ahead.takeFailure();
  }

  /** A job that whoever is idle does. */
  private static final class AheadJob {
    private enum State {
      DONE,
      OFFERED,
      RUNNING
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.DONE);
    private Runnable job = () -> {};
    private Throwable failure = NONE;

    void offer(Runnable newJob) {
      job = newJob;
      failure = NONE;
      state.set(State.OFFERED);
    }

    void runIfOffered() {
      if (state.get() == State.OFFERED && state.compareAndSet(State.OFFERED, State.RUNNING)) {
        try {
          job.run();
        } catch (RuntimeException | Error e) {
          failure = e;
        }
        state.set(State.DONE);
      }
    }

    boolean isOffered() {
      return state.get() == State.OFFERED;
    }

    boolean isDone() {
      return state.get() == State.DONE;
    }

    void takeFailure() {
      Throwable failed = failure;
      failure = NONE;
      if (failed != NONE) {
        throw new IllegalStateException("a job done ahead failed", failed);
      }
    }
  }

  /** A thread that helps in every round that it notices. */
  private final class Helper {
    private final Thread thread;
    private final int worker;
    private final AtomicBoolean asleep = new AtomicBoolean();

    Helper(String name, int worker) {
      this.worker = worker;
      thread = daemon(this::help, name);
    }

    private void help() {
      long seen = 0;
      while (!closed) {
        long now = shared.get(ROUND) >>> 32 << 32;
        if (now != seen) {
          seen = now;
          takePartsOf(now, worker);
        } else if (ahead.isOffered()) {
          ahead.runIfOffered();
        } else {
          awaitWorkAfter(seen);
        }
      }
    }

    private boolean isWorkAfter(long seen) {
      return shared.get(ROUND) >>> 32 << 32 != seen || ahead.isOffered() || closed;
    }

    private void awaitWorkAfter(long seen) {
      long start = System.nanoTime();
      for (int spin = 0; spin < SPINS || System.nanoTime() - start < AWAKE_NANOS; spin++) {
        if (isWorkAfter(seen)) {
          return;
        }
        waitALittle(spin);
      }
      asleep.set(true);
      while (!isWorkAfter(seen)) {
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
    LockSupport.unpark(preparer);
  }
}
