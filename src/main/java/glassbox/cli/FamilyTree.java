package glassbox.cli;

import glassbox.format.RunListing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.ObjIntConsumer;

/** Runs with their forks under them. */
final class FamilyTree {
  private final SequencedMap<RunListing, Integer> depths = new LinkedHashMap<>();

  private FamilyTree() {}

  /**
   * Puts each fork behind its parent, and both otherwise in the order given. A fork whose parent is
   * not among the runs stands by itself, and so do folders that name each other as their parents.
   */
  static FamilyTree of(List<RunListing> runs) {
    Map<Path, RunListing> byFolder = new HashMap<>();
    runs.forEach(run -> byFolder.put(place(run.folder()), run));
    Map<RunListing, List<RunListing>> forks = new HashMap<>();
    SequencedSet<RunListing> roots = new LinkedHashSet<>();
    for (RunListing run : runs) {
      Path folder = run.parentFolder();
      RunListing parent = folder == null ? null : byFolder.get(place(folder));
      if (parent == null || parent == run) {
        roots.add(run);
      } else {
        forks.computeIfAbsent(parent, of -> new ArrayList<>()).add(run);
      }
    }
    FamilyTree tree = new FamilyTree();
    roots.forEach(root -> tree.add(root, 0, forks));
    runs.forEach(left -> tree.add(left, 0, forks));
    return tree;
  }

  private static Path place(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  private void add(RunListing run, int depth, Map<RunListing, List<RunListing>> forks) {
    if (depths.putIfAbsent(run, depth) == null) {
      forks.getOrDefault(run, List.of()).forEach(fork -> add(fork, depth + 1, forks));
    }
  }

  /** Tells of every run, with how many forks lead to it. */
  void walk(ObjIntConsumer<RunListing> told) {
    depths.forEach(told::accept);
  }
}
