package glassbox.ui;

import java.util.function.LongSupplier;

/**
 * Has the heap collected when so much garbage may have gathered in it. The serial collector, which
 * needs the least memory and threads, lets the old generation grow to the largest size allowed
 * before it looks there, and large arrays of pixels and places go there at once: in a window whose
 * views are opened in turn some 300 MiB a minute. A collection takes a fifth of a second here.
 */
final class HeapBound {
  /** The young generation, which is collected by itself, and what may gather behind it. */
  private static final long ROOM = 96L << 20;

  private static final long NANOS_BETWEEN = 2_000_000_000L;

  private final LongSupplier used;
  private final Runnable collection;
  private long least = Long.MAX_VALUE;
  private long looked = System.nanoTime();

  /** Looks after the heap of this program. */
  HeapBound() {
    this(HeapBound::usedOfHeap, System::gc);
  }

  /**
   * Looks after a heap.
   *
   * @param used how many bytes are taken, garbage included
   * @param collection frees those that nobody needs
   */
  HeapBound(LongSupplier used, Runnable collection) {
    this.used = used;
    this.collection = collection;
  }

  private static long usedOfHeap() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Once a frame: looks every other second. */
  void watch() {
    long now = System.nanoTime();
    if (now - looked > NANOS_BETWEEN) {
      looked = now;
      look();
    }
  }

  /** Collects where more has gathered since the heap was smallest than may. */
  void look() {
    long now = used.getAsLong();
    least = Math.min(least, now);
    if (now - least > Math.max(ROOM, least / 4)) {
      collection.run();
      least = used.getAsLong();
    }
  }
}
