package glassbox.ui.runs;

import glassbox.ui.runs.RunsModel.Branch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    List<Line> present = new ArrayList<>();
    arrange(root, branches, order, present);
    items.keySet().retainAll(present);
  }

  private void arrange(
      TreeItem<Line> parent,
      List<Branch> branches,
      @Nullable Comparator<TreeItem<Line>> order,
      List<Line> present) {
    List<TreeItem<Line>> wanted = new ArrayList<>();
    for (Branch branch : branches) {
      TreeItem<Line> item = items.computeIfAbsent(branch.line(), RunTree::item);
      present.add(branch.line());
      arrange(item, branch.branches(), order, present);
      wanted.add(item);
    }
    if (order != null) {
      wanted.sort(order);
    }
    if (!parent.getChildren().equals(wanted)) {
      parent.getChildren().setAll(wanted);
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
