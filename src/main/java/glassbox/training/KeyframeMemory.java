package glassbox.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The memory that all timelines of a session share: who has most of it gives up first. */
public final class KeyframeMemory {
  /** Unless somebody asks for another. */
  public static final long BYTES = 256L << 20;

  private long budget;
  private final List<Timeline> timelines = new ArrayList<>();
  private final KeyframeBlocks blocks = new KeyframeBlocks();

  /** How large a timeline was when it was asked: others go on filling theirs meanwhile. */
  private record Size(Timeline timeline, long bytes) {
    static Size of(Timeline timeline) {
      return new Size(timeline, timeline.bytes());
    }
  }

  /** A memory of so many bytes, but never more than a third of what the program may use. */
  public KeyframeMemory(long budget) {
    this.budget = Math.min(budget, mostBytes());
  }

  /** The largest budget on this machine: a third of what the program may use. */
  public static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / 3;
  }

  /** Another budget from now on; timelines that do not fit it are thinned at once. */
  public synchronized void setBudget(long bytes) {
    budget = Math.min(bytes, mostBytes());
    shrink();
  }

  synchronized void add(Timeline timeline) {
    timelines.add(timeline);
  }

  /** Where keyframes lie. */
  KeyframeBlocks blocks() {
    return blocks;
  }

  /** A run is no more: its timeline is empty from now on. */
  public synchronized void release(Timeline timeline) {
    timelines.remove(timeline);
    timeline.clear();
  }

  /** Thins the largest timelines until all fit. */
  synchronized void shrink() {
    while (bytes() > budget) {
      List<Size> largestFirst = new ArrayList<>(timelines.stream().map(Size::of).toList());
      largestFirst.sort(Comparator.comparingLong(Size::bytes).reversed());
      if (largestFirst.stream().noneMatch(size -> size.timeline.thin())) {
        return; // two keyframes a run are kept whatever they take
      }
    }
  }

  /** How much all keyframes take. */
  public synchronized long bytes() {
    return timelines.stream().mapToLong(Timeline::bytes).sum();
  }
}
