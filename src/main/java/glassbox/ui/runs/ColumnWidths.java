package glassbox.ui.runs;

import java.util.List;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** How wide the user makes the columns of a table; that can be taken back like anything else. */
final class ColumnWidths {
  private final TreeTableView<Line> table;
  private final RunCommands commands;

  /** A drag at the border of a column, and the widths before it; null while the program decides. */
  private @Nullable Gesture gesture;

  private record Gesture(List<Double> before) {}

  ColumnWidths(TreeTableView<Line> table, RunCommands commands) {
    this.table = table;
    this.commands = commands;
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> gesture = new Gesture(now()));
    for (TreeTableColumn<Line, ?> column : table.getColumns()) {
      column.widthProperty().addListener(property -> changed());
    }
  }

  private List<Double> now() {
    return table.getColumns().stream().map(TreeTableColumn::getWidth).toList();
  }

  private void changed() {
    Gesture drag = gesture;
    if (drag != null) {
      List<Double> after = now();
      commands.did(drag, () -> set(drag.before()), () -> set(after));
    }
  }

  private void set(List<Double> widths) {
    gesture = null;
    for (int i = 0; i < widths.size(); i++) {
      TreeTableColumn<Line, ?> column = table.getColumns().get(i);
      table.resizeColumn(column, widths.get(i) - column.getWidth());
    }
  }

  /** Widths that follow from the window's are nobody's deed. */
  void fit(Runnable fitting) {
    gesture = null;
    fitting.run();
  }
}
