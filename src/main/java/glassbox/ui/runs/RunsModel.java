package glassbox.ui.runs;

import glassbox.training.Recipe;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The lines of the list and how they hang together; without a window. */
final class RunsModel {
  private final TrainingSession session;
  private final ObservableList<Run> all; // held: a list that is watched must not be forgotten
  private final Map<Run, RunLine> runLines = new LinkedHashMap<>();
  private final Map<Group, GroupLine> groupLines = new LinkedHashMap<>();

  /** A line and the lines below it. */
  record Branch(Line line, List<Branch> branches) {}

  /** What the runs of a sweep share: sweeps of the same name may have had other recipes. */
  private record Group(String name, Recipe recipe) {
    static Group of(Run run) {
      return new Group(String.valueOf(run.group()), run.recipe().withSeed(0));
    }
  }

  RunsModel(TrainingSession session) {
    this.session = session;
    all = session.runs().all();
    session.stateProperty().addListener(property -> look());
  }

  /** Does something whenever runs come or go. */
  void onChange(Runnable changed) {
    all.addListener((ListChangeListener<Run>) change -> changed.run());
  }

  /** All runs in the order of their numbers, which an undone deletion does not change. */
  List<Run> all() {
    return all.stream().sorted(Comparator.comparingInt(Run::number)).toList();
  }

  /** Whether the folder of runs has been read. */
  ReadOnlyBooleanProperty readProperty() {
    return session.runs().readProperty();
  }

  /** All lines as a tree, in the order of the runs' numbers. */
  List<Branch> branches() {
    List<Run> ordered = all();
    Set<Run> present = new LinkedHashSet<>(ordered);
    runLines.keySet().retainAll(present);
    Map<Run, List<Run>> forks =
        ordered.stream()
            .filter(run -> isFork(run, present))
            .collect(Collectors.groupingBy(Run::parent));
    Map<Object, List<Run>> roots = new LinkedHashMap<>();
    for (Run run : ordered) {
      if (!isFork(run, present)) {
        Object key = run.group() == null ? run : Group.of(run);
        roots.computeIfAbsent(key, k -> new ArrayList<>()).add(run);
      }
    }
    groupLines.keySet().retainAll(roots.keySet());
    return roots.entrySet().stream()
        .map(entry ->
            entry.getKey() instanceof Group group
                ? branch(group, entry.getValue(), forks)
                : branch(entry.getValue().getFirst(), forks))
        .toList();
  }

  private static boolean isFork(Run run, Set<Run> present) {
    return run.parent() != null && present.contains(run.parent());
  }

  private Branch branch(Group group, List<Run> runs, Map<Run, List<Run>> forks) {
    List<RunLine> members = runs.stream().map(this::line).toList();
    GroupLine line = groupLines.computeIfAbsent(group, key -> new GroupLine(group.name(), members));
    line.setMembers(members);
    return new Branch(line, runs.stream().map(run -> branch(run, forks)).toList());
  }

  private Branch branch(Run run, Map<Run, List<Run>> forks) {
    List<Run> below = forks.getOrDefault(run, List.of());
    return new Branch(line(run), below.stream().map(fork -> branch(fork, forks)).toList());
  }

  private RunLine line(Run run) {
    return runLines.computeIfAbsent(run, key -> new RunLine(session, key));
  }

  /** Looks again at what moves by itself: the run in hand, and the group that it is in. */
  void look() {
    runLines.forEach((run, line) -> {
      if (run.status() == Run.Status.IN_HAND) {
        line.look();
      }
    });
    groupLines.values().forEach(GroupLine::look);
  }

  /** A run, all that it comes from and all that was forked from these. */
  List<Run> family(Run of) {
    Run root = root(of);
    return all().stream().filter(run -> root(run) == root).toList();
  }

  private static Run root(Run of) {
    Run root = of;
    for (Run parent = of.parent(); parent != null; parent = parent.parent()) {
      root = parent;
    }
    return root;
  }
}
