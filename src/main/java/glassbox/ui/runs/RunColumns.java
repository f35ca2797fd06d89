package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;

/** The columns of the list, and which of them there is room for. */
final class RunColumns {
  private static final double SCROLL_BAR = 14;
  private static final double NAME = 152;
  private static final double DIFFERS = 116;
  private static final double STANDING = 104;
  private static final double STANDING_AS_AN_ICON = 40;

  /** So much more do names and differences get before other columns than the needed ones show. */
  private static final double ROOM_TO_READ = 96;

  private final TreeTableColumn<Line, List<Run>> shown = new TreeTableColumn<>();
  private final TreeTableColumn<Line, String> name = new TreeTableColumn<>();
  private final TreeTableColumn<Line, Facts> differs =
      column(
          Words.of("runs.column.differs"),
          Words.of("runs.column.differs.help"),
          DIFFERS,
          Comparator.comparing(Facts::differs),
          () -> FactsCell.text(Facts::differs));
  private final TreeTableColumn<Line, Facts> dataset =
      column(
          Words.of("runs.fact.dataset"),
          Words.of("runs.column.dataset.help"),
          120,
          Comparator.comparing(Facts::dataset),
          () -> FactsCell.text(Facts::dataset));
  private final TreeTableColumn<Line, Facts> test =
      figure(
          Words.of("runs.column.test"),
          Words.of("runs.column.test.help"),
          116,
          Facts::test,
          Facts::testWords);
  private final TreeTableColumn<Line, Facts> validation =
      figure(
          Words.of("runs.fact.validation"),
          Words.of("runs.column.validation.help"),
          116,
          Facts::bestValidation,
          Facts::bestValidationWords);
  private final TreeTableColumn<Line, Facts> steps =
      figure(
          Words.of("runs.fact.steps"),
          Words.of("runs.column.steps.help"),
          118,
          facts -> (double) facts.steps(),
          Facts::stepsWords);
  private final TreeTableColumn<Line, Facts> time =
      figure(
          Words.of("runs.fact.time"),
          Words.of("runs.column.time.help"),
          72,
          Facts::seconds,
          Facts::timeWords);
  private final TreeTableColumn<Line, Facts> standing =
      column(
          Words.of("runs.column.status"),
          Words.of("runs.column.status.help"),
          STANDING,
          Comparator.comparing(Facts::standing),
          FactsCell::standing);

  RunColumns(RunCommands commands, RunTable table) {
    head(shown, "", Words.of("runs.column.shown.help"), 64);
    shown.setSortable(false);
    shown.setCellValueFactory(line -> line.getValue().getValue().runsProperty());
    shown.setCellFactory(column -> new ShownCell(commands));
    head(name, Words.of("runs.column.name"), Words.of("runs.column.name.help"), NAME);
    name.setCellValueFactory(line -> line.getValue().getValue().nameProperty());
    name.setCellFactory(column -> new NameCell(table::isRenaming));
    name.setComparator(String.CASE_INSENSITIVE_ORDER);
    name.setOnEditCommit(edit -> {
      if (edit.getRowValue().getValue() instanceof RunLine line) {
        commands.rename(line.run(), edit.getNewValue());
      }
    });
    table
        .getColumns()
        .setAll(List.of(shown, name, differs, dataset, test, validation, steps, time, standing));
    table.setTreeColumn(name);
  }

  TreeTableColumn<Line, String> name() {
    return name;
  }

  /** Hides what there is no room for, and gives the rest to the texts. */
  void fit(double width) {
    double left = width - SCROLL_BAR - shown.getPrefWidth() - NAME - DIFFERS;
    fitStanding(left - test.getPrefWidth());
    for (TreeTableColumn<Line, Facts> column : inOrderOfNeed()) {
      boolean needed = column == test || column == standing;
      boolean fits = column.getPrefWidth() <= left - (needed ? 0 : ROOM_TO_READ);
      column.setVisible(fits);
      left = fits ? left - column.getPrefWidth() : Math.min(left, 0);
    }
    double more = Math.max(0, width - SCROLL_BAR - used());
    name.setPrefWidth(NAME + Math.clamp(more * 0.4, Math.min(26, more), 110));
    differs.setPrefWidth(DIFFERS + more - (name.getPrefWidth() - NAME));
  }

  private void fitStanding(double room) {
    double wide = room >= STANDING ? STANDING : STANDING_AS_AN_ICON;
    standing.setPrefWidth(wide);
    standing.getGraphic().setVisible(wide == STANDING);
  }

  private List<TreeTableColumn<Line, Facts>> inOrderOfNeed() {
    return List.of(test, standing, steps, time, validation, dataset);
  }

  private double used() {
    return shown.getPrefWidth()
        + NAME
        + DIFFERS
        + inOrderOfNeed().stream()
            .filter(TreeTableColumn::isVisible)
            .mapToDouble(TreeTableColumn::getPrefWidth)
            .sum();
  }

  private static TreeTableColumn<Line, Facts> figure(
      String title,
      String help,
      double width,
      Function<Facts, Double> figure,
      Function<Facts, String> words) {
    TreeTableColumn<Line, Facts> column =
        column(
            title,
            help,
            width,
            Comparator.comparing(facts -> known(figure.apply(facts))),
            () -> FactsCell.figure(words));
    column.getStyleClass().add("figure-column");
    return column;
  }

  /** What is not known comes before all that is. */
  private static double known(double figure) {
    return Double.isFinite(figure) ? figure : Double.NEGATIVE_INFINITY;
  }

  private static TreeTableColumn<Line, Facts> column(
      String title,
      String help,
      double width,
      Comparator<Facts> order,
      Supplier<TreeTableCell<Line, Facts>> cell) {
    TreeTableColumn<Line, Facts> column = new TreeTableColumn<>();
    head(column, title, help, width);
    column.setComparator(order);
    column.setCellValueFactory(line -> line.getValue().getValue().factsProperty());
    column.setCellFactory(of -> cell.get());
    return column;
  }

  private static void head(
      TreeTableColumn<Line, ?> column, String title, String help, double width) {
    Label label = new Label(title);
    label.setTooltip(new Tooltip(help));
    label.getStyleClass().add("column-title");
    column.setGraphic(label);
    column.setPrefWidth(width);
    column.setReorderable(false);
  }
}
