package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The tree of runs: selection, keys and clicks; selection and editing outlive what comes and goes.
 */
final class RunTable extends TreeTableView<Line> {
  private static final PseudoClass WITHOUT_RUNS = PseudoClass.getPseudoClass("without-runs");

  private final RunsModel model;
  private final RunCommands commands;
  private final RunTree tree = new RunTree();
  private final RunColumns columns;
  private Consumer<List<Line>> onSelected = lines -> {};
  private Sorting<Line> sorting;
  private boolean arranging;
  private boolean renaming;
  private boolean stale;

  RunTable(RunsModel model, RunCommands commands) {
    this.model = model;
    this.commands = commands;
    setId("runs-table");
    getStyleClass().addAll("runs-table", "dense", "edge-to-edge");
    setAccessibleText(Words.of("runs.title"));
    setRoot(tree.root());
    setShowRoot(false);
    setEditable(true);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    columns = new RunColumns(commands, this);
    sorting = Sorting.of(this);
    setSortPolicy(table -> {
      noteSorting();
      arrange();
      return true;
    });
    setRowFactory(table -> row());
    setPlaceholder(empty(model));
    ColumnWidths widths = new ColumnWidths(this, commands);
    widthProperty().addListener(property -> widths.fit(() -> columns.fit(getWidth())));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<Line>>) change -> selected());
    model.onChange(this::changed);
    arrange();
  }

  /** How the list is sorted can be taken back like anything else. */
  private void noteSorting() {
    Sorting<Line> before = sorting;
    Sorting<Line> now = Sorting.of(this);
    if (!now.equals(before)) {
      sorting = now;
      commands.did(() -> before.use(this), () -> now.use(this));
    }
  }

  private static Label empty(RunsModel model) {
    Label label = new Label(Words.of("runs.empty"));
    label.visibleProperty().bind(model.readProperty());
    label.getStyleClass().add("empty-state");
    label.setWrapText(true);
    return label;
  }

  /** Tells whenever other lines are selected. */
  void onSelected(Consumer<List<Line>> told) {
    onSelected = told;
  }

  private void selected() {
    if (!arranging) {
      onSelected.accept(selectedLines());
    }
  }

  List<Line> selectedLines() {
    return getSelectionModel().getSelectedItems().stream()
        .filter(item -> item != null && item.getValue() != null)
        .map(TreeItem::getValue)
        .distinct()
        .toList();
  }

  /** The runs of the selected lines, each once. */
  List<Run> selectedRuns() {
    return selectedLines().stream().flatMap(line -> line.runs().stream()).distinct().toList();
  }

  // What comes and goes

  private void changed() {
    if (getEditingCell() == null) {
      arrange();
    } else {
      stale = true; // once the name is typed
    }
  }

  /** Shows what had to wait until a name was typed. */
  void look() {
    if (stale && getEditingCell() == null) {
      stale = false;
      arrange();
    }
  }

  private void arrange() {
    List<Line> before = selectedLines();
    TreeItem<Line> focused = getFocusModel().getFocusedItem();
    int row = getFocusModel().getFocusedIndex();
    arranging = true;
    try {
      tree.show(model.branches(), getComparator());
      select(before, focused, row);
    } finally {
      arranging = false;
    }
    pseudoClassStateChanged(WITHOUT_RUNS, model.all().isEmpty());
    if (!before.equals(selectedLines())) {
      selected();
    }
  }

  private void select(List<Line> lines, @Nullable TreeItem<Line> focused, int focusedRow) {
    List<Integer> rows = new ArrayList<>();
    for (Line line : lines) {
      TreeItem<Line> item = tree.itemOf(line);
      if (item != null && getRow(item) >= 0) {
        rows.add(getRow(item));
      }
    }
    getSelectionModel().clearSelection();
    rows.forEach(row -> getSelectionModel().select(row));
    int row = focused == null ? -1 : getRow(focused);
    getFocusModel().focus(row >= 0 ? row : Math.min(focusedRow, getExpandedItemCount() - 1));
  }

  /** Selects a run's line, where nothing is selected yet. */
  void selectFirst(@Nullable Run run) {
    if (run == null || !getSelectionModel().isEmpty()) {
      return;
    }
    for (int row = 0; row < getExpandedItemCount(); row++) {
      if (getTreeItem(row).getValue().runs().contains(run)) {
        getSelectionModel().select(row);
        scrollTo(Math.max(0, row - 3));
        return;
      }
    }
  }

  // What the user does

  private TreeTableRow<Line> row() {
    TreeTableRow<Line> row = new TreeTableRow<>();
    row.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            doubleClicked(row, event);
          }
        });
    return row;
  }

  private void doubleClicked(TreeTableRow<Line> row, MouseEvent event) {
    if (!(row.getItem() instanceof RunLine line) || isWithin(event, TextInputControl.class)) {
      return;
    }
    if (isWithin(event, NameCell.class)) {
      rename(row.getIndex());
    } else if (!isWithin(event, ShownCell.class)) {
      commands.lookAt(line.run());
    }
    event.consume();
  }

  private static boolean isWithin(MouseEvent event, Class<? extends Node> type) {
    Node node = event.getTarget() instanceof Node target ? target : null;
    while (node != null && !type.isInstance(node)) {
      node = node.getParent();
    }
    return node != null;
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    boolean known = true;
    switch (event.getCode()) {
      case ENTER -> lookAtFocused();
      case F2 -> rename(getFocusModel().getFocusedIndex());
      case DELETE, BACK_SPACE -> commands.delete(selectedRuns());
      case X -> commands.toggleShown(selectedRuns());
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private void lookAtFocused() {
    TreeItem<Line> item = getFocusModel().getFocusedItem();
    if (item != null && item.getValue() instanceof RunLine line) {
      commands.lookAt(line.run());
    } else if (item != null) {
      item.setExpanded(!item.isExpanded());
    }
  }

  private void rename(int row) {
    if (row >= 0) {
      renaming = true;
      edit(row, columns.name());
      renaming = false;
    }
  }

  /** Whether a name becomes a text field because the user has asked for it. */
  boolean isRenaming() {
    return renaming;
  }

  /** Why a line's run cannot be read; empty where it can. */
  static String reason(@Nullable Line line) {
    return line instanceof RunLine of && of.run().status() == Run.Status.DAMAGED
        ? of.run().noteProperty().get()
        : "";
  }
}
