package glassbox.ui.session;

import glassbox.analysis.Lives;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which steps of a run are to be answered so that the whole of it is known: its keyframes, which
 * cost little, and others spread evenly between, closer together at the beginning, where most is
 * learned.
 */
final class WantedSteps {
  /** Stretches that a run is divided into. */
  private static final int STRETCHES = 64;

  private final Set<Long> tried = new HashSet<>();
  private List<Long> keyframes = List.of();
  private NavigableSet<Long> grid = new TreeSet<>();
  private long spacing = 1;

  /**
   * Takes note of how far the run has come.
   *
   * @param keyframes steps that can be had at once
   * @param steps done so far
   */
  void span(List<Long> keyframes, long steps) {
    this.keyframes = keyframes.stream().filter(step -> step <= steps).toList();
    spacing = Math.max(1, steps / STRETCHES);
    grid = new TreeSet<>();
    for (long step = 1; step < spacing; step *= 2) {
      grid.add(step);
    }
    for (long step = 0; step < steps; step += spacing) {
      grid.add(step);
    }
    grid.add(steps);
  }

  /**
   * The step to be answered next: the nearest to one that is looked at.
   *
   * @param replaying whether steps between keyframes may be made again
   */
  OptionalLong next(Lives known, long near, boolean replaying) {
    OptionalLong quick = nearest(keyframes, known, near);
    OptionalLong found = quick.isEmpty() && replaying ? nearest(grid, known, near) : quick;
    found.ifPresent(tried::add);
    return found;
  }

  private OptionalLong nearest(Iterable<Long> steps, Lives known, long near) {
    TreeSet<Long> open =
        new TreeSet<>(
            Comparator.comparingLong((Long step) -> Math.abs(step - near))
                .thenComparing(Comparator.naturalOrder()));
    for (long step : steps) {
      if (!tried.contains(step) && known.distance(step) >= tolerance(step)) {
        open.add(step);
      }
    }
    return open.isEmpty() ? OptionalLong.empty() : OptionalLong.of(open.first());
  }

  /** How near a known moment has to be to serve as well. */
  private long tolerance(long step) {
    return step < spacing ? 1 : Math.max(1, spacing / 2);
  }

  /** It was given up before it came to anything. */
  void tryAgain(long step) {
    tried.remove(step);
  }
}
