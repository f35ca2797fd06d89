package glassbox.training;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keyframes of a run, from which any step can be reached again. They stand at multiples of an
 * interval that doubles whenever memory is short, so they are spread evenly however long the run
 * grows; others may lie in files. Any thread may ask.
 */
public final class Timeline {
  /** Beyond any run: of a timeline that is thinned again and again only the ends are left. */
  private static final long LONGEST_INTERVAL = 1L << 40;

  private final KeyframeMemory memory;
  private final NavigableMap<Long, KeyframeBlocks.Held> kept = new TreeMap<>();
  private final NavigableMap<Long, Stored> stored = new TreeMap<>();
  private long interval;
  private long bytes;

  /** A keyframe that lies in a file. */
  public interface Stored {
    Keyframe read() throws IOException;
  }

  /**
   * An empty timeline.
   *
   * @param interval steps between keyframes at first
   */
  public Timeline(KeyframeMemory memory, long interval) {
    this.memory = memory;
    this.interval = interval;
    memory.add(this);
  }

  /** An interval at which copying costs little beside training with batches of this size. */
  public static long intervalFor(int batchSize) {
    return Math.max(1, Long.highestOneBit(8192 / Math.min(batchSize, 8192)));
  }

  /** The timeline of a fork: it shares the keyframes of the past. */
  public Timeline forkedAt(long step) {
    Timeline fork = new Timeline(memory, interval());
    List<KeyframeBlocks.Held> past;
    synchronized (this) {
      past = kept.headMap(step, true).values().stream().map(KeyframeBlocks.Held::shared).toList();
      fork.stored.putAll(stored.headMap(step, true));
    }
    past.forEach(fork::take); // not under our lock: memory takes its own first, then ours
    return fork;
  }

  private synchronized long interval() {
    return interval;
  }

  /** Keeps the present step of a run where its turn has come; between steps. */
  public void offer(Trainer trainer) {
    if (trainer.steps() % interval() == 0) {
      keep(trainer.keyframe());
    }
  }

  /** Keeps a keyframe at any step until memory is short. */
  public void keep(Keyframe keyframe) {
    take(memory.blocks().hold(keyframe));
  }

  private void take(KeyframeBlocks.Held keyframe) {
    synchronized (this) {
      KeyframeBlocks.Held before = kept.put(keyframe.step(), keyframe);
      bytes += keyframe.bytes();
      if (before != null) {
        giveUp(before);
      }
    }
    memory.shrink();
  }

  private void giveUp(KeyframeBlocks.Held keyframe) {
    bytes -= keyframe.bytes();
    keyframe.release();
  }

  /** Gives up all keyframes in memory. */
  synchronized void clear() {
    kept.values().forEach(this::giveUp);
    kept.clear();
  }

  /** Learns that a keyframe lies in a file. */
  public synchronized void store(long step, Stored where) {
    stored.put(step, where);
  }

  /** A keyframe in a file is no longer there. */
  public synchronized void forgetStored(long step) {
    stored.remove(step);
  }

  /** Doubles the interval and gives up what is between; the first and the last one stay. */
  synchronized boolean thin() {
    if (kept.size() <= 2) {
      return false;
    }
    interval = Math.min(2 * interval, LONGEST_INTERVAL);
    long first = kept.firstKey();
    long last = kept.lastKey();
    List<KeyframeBlocks.Held> between =
        kept.values().stream()
            .filter(each -> each.step() % interval != 0)
            .filter(each -> each.step() != first && each.step() != last)
            .toList();
    for (KeyframeBlocks.Held keyframe : between) {
      kept.remove(keyframe.step());
      giveUp(keyframe);
    }
    return true;
  }

  synchronized long bytes() {
    return bytes;
  }

  /** The steps of all keyframes, in memory and in files, ascending. */
  public synchronized List<Long> steps() {
    SortedSet<Long> steps = new TreeSet<>(kept.keySet());
    steps.addAll(stored.keySet());
    return List.copyOf(steps);
  }

  /** How many keyframes are in memory. */
  public synchronized int size() {
    return kept.size();
  }

  /** The last keyframe at or before a step; one whose file is gone is passed over. */
  public Optional<Keyframe> before(long step) {
    while (true) {
      Map.Entry<Long, Stored> slow;
      synchronized (this) {
        Map.Entry<Long, KeyframeBlocks.Held> quick = kept.floorEntry(step);
        slow = stored.floorEntry(step);
        if (slow == null || quick != null && quick.getKey() >= slow.getKey()) {
          return read(quick);
        }
      }
      try {
        return Optional.of(slow.getValue().read());
      } catch (IOException e) {
        forgetStored(slow.getKey()); // an older one leads there too, with more steps
      }
    }
  }

  /**
   * The keyframe that is nearest to a step, before or behind it; of two as near, the one before.
   * One that lies in a file is in memory from now on.
   */
  public Optional<Keyframe> nearest(long step) {
    while (true) {
      Map.Entry<Long, Stored> slow;
      synchronized (this) {
        Map.Entry<Long, KeyframeBlocks.Held> quick = nearest(kept, step);
        slow = nearest(stored, step);
        if (slow == null || quick != null && distance(quick, step) <= distance(slow, step)) {
          return read(quick);
        }
      }
      try {
        Keyframe found = slow.getValue().read();
        keep(found);
        return Optional.of(found);
      } catch (IOException e) {
        forgetStored(slow.getKey());
      }
    }
  }

  private static <T> Map.@Nullable Entry<Long, T> nearest(NavigableMap<Long, T> all, long step) {
    Map.Entry<Long, T> below = all.floorEntry(step);
    Map.Entry<Long, T> above = all.ceilingEntry(step);
    boolean isAbove =
        above != null && (below == null || distance(above, step) < distance(below, step));
    return isAbove ? above : below;
  }

  private static long distance(Map.Entry<Long, ?> entry, long step) {
    return Math.abs(entry.getKey() - step);
  }

  /** Under our lock, so that nobody gives it up meanwhile. */
  private static Optional<Keyframe> read(Map.@Nullable Entry<Long, KeyframeBlocks.Held> entry) {
    return Optional.ofNullable(entry).map(Map.Entry::getValue).map(KeyframeBlocks.Held::read);
  }
}
