package glassbox.training;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Memory for keyframes beside Java's heap. On the heap hundreds of megabytes that live for minutes
 * and then die would make every collection long and the heap twice as large as what lives in it.
 * The memory consists of equal blocks, which serve keyframes of any size and are used again; it
 * never shrinks.
 */
final class KeyframeBlocks {
  private static final int FLOATS = 4096;
  private static final int BLOCKS_AT_ONCE = 512;

  /** A smaller keyframe would leave too much of its last block empty; it stays on the heap. */
  private static final int LEAST_BLOCKS = 4;

  private final Arena arena = Arena.ofAuto();
  private final List<MemorySegment> slabs = new ArrayList<>();
  private int[] free = new int[0];
  private int freeCount;

  /** A keyframe that several timelines may hold; its blocks are free when none does any more. */
  final class Held {
    private final Keyframe keyframe; // with empty arrays where the numbers are in blocks
    private final int[] lengths;
    private final int[] blocks;
    private int holders = 1;

    private Held(Keyframe keyframe, int[] lengths, int[] blocks) {
      this.keyframe = keyframe;
      this.lengths = lengths;
      this.blocks = blocks;
    }

    long step() {
      return keyframe.step();
    }

    /** How much memory its numbers take. */
    long bytes() {
      return 4 * Arrays.stream(lengths).asLongStream().sum();
    }

    /** The keyframe with all its numbers; only for who holds it. */
    Keyframe read() {
      if (blocks.length == 0) {
        return keyframe;
      }
      List<float[]> arrays = Arrays.stream(lengths).mapToObj(float[]::new).toList();
      transfer(arrays, blocks, false);
      return keyframe.withArrays(arrays);
    }

    /** One more timeline holds it. */
    Held shared() {
      synchronized (KeyframeBlocks.this) {
        holders++;
      }
      return this;
    }

    /** One timeline less holds it. */
    void release() {
      synchronized (KeyframeBlocks.this) {
        if (--holders == 0) {
          giveBack(blocks);
        }
      }
    }
  }

  /** Copies a keyframe. */
  Held hold(Keyframe keyframe) {
    int[] lengths = keyframe.arrays().stream().mapToInt(array -> array.length).toArray();
    int needed = Math.ceilDiv((int) (keyframe.bytes() / 4), FLOATS);
    if (needed < LEAST_BLOCKS) {
      return new Held(keyframe, lengths, new int[0]);
    }
    int[] blocks = take(needed);
    transfer(keyframe.arrays(), blocks, true);
    return new Held(keyframe.withArrays(List.of()), lengths, blocks);
  }

  private synchronized int[] take(int count) {
    while (freeCount < count) {
      addSlab();
    }
    freeCount -= count;
    return Arrays.copyOfRange(free, freeCount, freeCount + count);
  }

  private void addSlab() {
    int first = slabs.size() * BLOCKS_AT_ONCE;
    slabs.add(arena.allocate(ValueLayout.JAVA_FLOAT, (long) FLOATS * BLOCKS_AT_ONCE));
    free = Arrays.copyOf(free, first + BLOCKS_AT_ONCE);
    for (int block = first + BLOCKS_AT_ONCE - 1; block >= first; block--) {
      free[freeCount++] = block;
    }
  }

  private void giveBack(int[] blocks) {
    System.arraycopy(blocks, 0, free, freeCount, blocks.length);
    freeCount += blocks.length;
  }

  private synchronized MemorySegment slab(int block) {
    return slabs.get(block / BLOCKS_AT_ONCE);
  }

  private void transfer(List<float[]> arrays, int[] blocks, boolean store) {
    long at = 0;
    for (float[] array : arrays) {
      for (int done = 0; done < array.length; ) {
        int block = blocks[(int) (at / FLOATS)];
        int within = (int) (at % FLOATS);
        int count = Math.min(FLOATS - within, array.length - done);
        long offset = 4L * ((long) (block % BLOCKS_AT_ONCE) * FLOATS + within);
        if (store) {
          MemorySegment.copy(array, done, slab(block), ValueLayout.JAVA_FLOAT, offset, count);
        } else {
          MemorySegment.copy(slab(block), ValueLayout.JAVA_FLOAT, offset, array, done, count);
        }
        at += count;
        done += count;
      }
    }
  }

  /** How many bytes were asked of the system. */
  synchronized long reserved() {
    return 4L * FLOATS * BLOCKS_AT_ONCE * slabs.size();
  }
}
