package glassbox.ui.runs;

import glassbox.ui.runs.RunsModel.Branch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** The lines as items of a tree; an item stays the same as long as its line is there. */
final class RunTree {
  private final TreeItem<Line> root = new TreeItem<>();
  private final Map<Line, TreeItem<Line>> items = new HashMap<>();

  TreeItem<Line> root() {
    return root;
  }

  /**
   * Makes the tree be these branches, and touches nothing that is right already.
   *
   * @param order among the lines below the same one; null for the order of the branches
   */
  void show(List<Branch> branches, @Nullable Comparator<TreeItem<Line>> order) {
    Map<TreeItem<Line>, List<TreeItem<Line>>> wanted = new LinkedHashMap<>();
    Set<Line> present = new HashSet<>();
    collect(root, branches, order, wanted, present);
    // an item must have left its old parent before it comes to another, which would lose it again
    items.forEach(
        (line, item) -> item.getChildren().retainAll(wanted.getOrDefault(item, List.of())));
    root.getChildren().retainAll(wanted.getOrDefault(root, List.of()));
    wanted.forEach(RunTree::arrange);
    items.keySet().retainAll(present);
  }

  private void collect(
      TreeItem<Line> parent,
      List<Branch> branches,
      @Nullable Comparator<TreeItem<Line>> order,
      Map<TreeItem<Line>, List<TreeItem<Line>>> wanted,
      Set<Line> present) {
    List<TreeItem<Line>> children = new ArrayList<>();
    wanted.put(parent, children);
    for (Branch branch : branches) {
      TreeItem<Line> item = items.computeIfAbsent(branch.line(), RunTree::item);
      present.add(branch.line());
      children.add(item);
      collect(item, branch.branches(), order, wanted, present);
    }
    if (order != null) {
      children.sort(order);
    }
  }

  private static void arrange(TreeItem<Line> parent, List<TreeItem<Line>> children) {
    if (!parent.getChildren().equals(children)) {
      parent.getChildren().setAll(children);
    }
  }

  /** Forks are seen at once; the runs of a sweep when they are asked for. */
  private static TreeItem<Line> item(Line line) {
    TreeItem<Line> item = new TreeItem<>(line);
    item.setExpanded(line instanceof RunLine);
    return item;
  }

  @Nullable TreeItem<Line> itemOf(@Nullable Line line) {
    return line == null ? null : items.get(line);
  }
}
