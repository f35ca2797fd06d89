package glassbox.ui.runs;

import java.util.List;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableColumn.SortType;
import javafx.scene.control.TreeTableView;

/** By which columns a table is sorted, and which way. */
record Sorting<T>(List<TreeTableColumn<T, ?>> columns, List<SortType> types) {
  static <T> Sorting<T> of(TreeTableView<T> table) {
    List<TreeTableColumn<T, ?>> columns = List.copyOf(table.getSortOrder());
    return new Sorting<>(columns, columns.stream().map(TreeTableColumn::getSortType).toList());
  }

  /** Sorts the table like that again. */
  void use(TreeTableView<T> table) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).setSortType(types.get(i));
    }
    table.getSortOrder().setAll(columns);
    table.sort();
  }
}
