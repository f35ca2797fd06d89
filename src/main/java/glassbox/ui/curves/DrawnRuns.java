package glassbox.ui.curves;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which runs are drawn, and what has been read of them. */
final class DrawnRuns {
  /** Points that are read or smoothed in one look; about a millisecond's work. */
  private static final int POINTS_A_LOOK = 100_000;

  private final List<Run> runs;
  private final Supplier<@Nullable Run> current;
  private final Map<Run, RunCurves> curves = new HashMap<>();
  private List<Drawn> drawn = List.of();

  /**
   * Of the given runs, those that are to be shown.
   *
   * @param runs in order; the list may change
   * @param current the run in hand, drawn in any case
   */
  DrawnRuns(List<Run> runs, Supplier<@Nullable Run> current) {
    this.runs = runs;
    this.current = current;
  }

  /** What was drawn after the last look, in the order of the runs. */
  List<Drawn> all() {
    return drawn;
  }

  /** The line with the run in hand; null before the first run. */
  @Nullable Drawn inHand() {
    return drawn.stream().filter(Drawn::current).findFirst().orElse(null);
  }

  /** The curves of the run in hand; null before the first run. */
  @Nullable RunCurves curvesInHand() {
    return curves.get(current.get());
  }

  /** Takes what has come since the last look; says whether anything is to be drawn anew. */
  boolean look(double smoothing) {
    List<Run> wanted = wanted();
    curves.keySet().retainAll(wanted);
    Allowance allowance = new Allowance(POINTS_A_LOOK);
    boolean changed = false;
    for (Run run : currentFirst(wanted)) {
      RunCurves of = curves.computeIfAbsent(run, r -> new RunCurves(r, smoothing));
      changed |= of.read(smoothing, allowance);
    }
    List<Drawn> before = drawn;
    drawn = arranged(wanted);
    return changed || !drawn.equals(before);
  }

  private List<Run> wanted() {
    Run inHand = current.get();
    List<Run> wanted = new ArrayList<>();
    for (Run run : runs) {
      if (run == inHand || run.shownProperty().get()) {
        wanted.add(run);
      }
    }
    if (inHand != null && !wanted.contains(inHand)) {
      wanted.add(inHand);
    }
    return wanted;
  }

  private List<Run> currentFirst(List<Run> wanted) {
    List<Run> order = new ArrayList<>(wanted);
    Run inHand = current.get();
    if (inHand != null && order.remove(inHand)) {
      order.addFirst(inHand);
    }
    return order;
  }

  private List<Drawn> arranged(List<Run> wanted) {
    Map<Object, List<RunCurves>> lines = new LinkedHashMap<>();
    for (Run run : wanted) {
      Object key = run.group() == null ? run : run.group();
      List<RunCurves> line = lines.computeIfAbsent(key, k -> new ArrayList<>());
      RunCurves of = curves.get(run);
      if (of != null) {
        line.add(of);
      }
    }
    return lines.values().stream().map(line -> line(List.copyOf(line), wanted)).toList();
  }

  private Drawn line(List<RunCurves> members, List<Run> wanted) {
    Run run = members.getFirst().run();
    boolean inHand = members.stream().anyMatch(member -> member.run() == current.get());
    if (members.size() > 1) {
      String name = Words.of("curves.seeds", String.valueOf(run.group()), members.size());
      return new Drawn(members, name, inHand, 0, null);
    }
    Run parent = run.parent();
    boolean fork = parent != null && wanted.contains(parent);
    return new Drawn(members, run.name(), inHand, fork ? run.forkStep() : 0, fork ? parent : null);
  }
}
