package glassbox.ui.confusion;

import glassbox.ui.controls.CanvasInk;
import glassbox.ui.controls.CrispCanvas;
import glassbox.ui.controls.Scrolling;
import glassbox.ui.controls.SvgInk;
import glassbox.ui.controls.ThemeColours;
import glassbox.ui.session.Filter;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The matrix, painted. A click on a cell, or Enter, shows its images; a click on a name those of a
 * class; arrow keys go from cell to cell.
 */
final class MatrixView extends Region implements Worded {
  private static final double BAR = 12;

  private final CrispCanvas canvas = new CrispCanvas();
  private final ScrollBar across = bar(Orientation.HORIZONTAL);
  private final ScrollBar down = bar(Orientation.VERTICAL);
  private final ThemeColours theme =
      new ThemeColours(
          this::requestLayout,
          "card",
          "text",
          "muted",
          "accent",
          "cell-found",
          "cell-mistake",
          "cell-more",
          "cell-fewer");
  private final Tooltip tooltip = new Tooltip();
  private final Consumer<Filter> show;
  private @Nullable Sheet sheet;
  private List<String> names = List.of();
  private Filter filter = Filter.ALL;
  private double leastDigits = 9;
  private int cursorTruth;
  private int cursorAnswer;
  private MatrixLayout at = MatrixLayout.of(List.of("0"), 100, 100);

  MatrixView(Consumer<Filter> show) {
    this.show = show;
    setId("confusion-matrix");
    getStyleClass().addAll("matrix", "uses-arrows");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setMinSize(200, 160);
    getChildren().addAll(canvas, across, down, theme);
    focusedProperty().addListener(property -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    Tooltip.install(this, tooltip);
  }

  private ScrollBar bar(Orientation orientation) {
    ScrollBar bar = new ScrollBar();
    bar.setOrientation(orientation);
    bar.setUnitIncrement(30);
    bar.setAccessibleText(Words.of("confusion.scroll"));
    bar.setFocusTraversable(false); // the arrow keys scroll
    bar.valueProperty().addListener(property -> requestLayout());
    return bar;
  }

  /** Shows other cells; null for none. */
  void show(@Nullable Sheet newSheet, List<String> newNames) {
    boolean other = !newNames.equals(names);
    sheet = newSheet;
    names = newNames;
    if (other) {
      cursorTruth = 0;
      cursorAnswer = Math.min(1, newNames.size() - 1);
    }
    describe();
    requestLayout();
  }

  /** For a lecture hall: numbers that would be too small to be read there are left out. */
  void enlarge() {
    leastDigits = 11;
    setMinSize(100, 80);
  }

  /** Marks the cell whose images are shown. */
  void mark(Filter shown) {
    filter = shown;
    if (shown.truth() != Filter.ANY && shown.answer() != Filter.ANY) {
      cursorTruth = shown.truth();
      cursorAnswer = shown.answer();
    }
    requestLayout();
  }

  /** Paints as well, so that whatever changes within a frame is painted once. */
  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    at = MatrixLayout.of(names.isEmpty() ? List.of("0") : names, width - BAR, height - BAR);
    int classes = Math.max(1, names.size());
    Scrolling.fit(across, at.hiddenWidth(classes), at.shownWidth());
    Scrolling.fit(down, at.hiddenHeight(classes), at.shownHeight());
    across.resizeRelocate(
        at.left(), at.top() + at.shownHeight() + MatrixLayout.FOOT, at.shownWidth(), BAR);
    double right = at.left() + at.shownWidth() + at.figures() * MatrixLayout.FIGURE;
    down.resizeRelocate(right, at.top(), BAR, at.shownHeight());
    paint();
  }

  private void paint() {
    var ink = canvas.open(getWidth(), getHeight());
    Sheet shown = sheet;
    if (shown == null || shown.classes() != names.size()) {
      return;
    }
    MatrixPainter painter =
        new MatrixPainter(new CanvasInk(ink), at, colours(), across.getValue(), down.getValue());
    painter.paint(shown, names, leastDigits);
    if (filter.truth() != Filter.ANY && filter.answer() != Filter.ANY) {
      painter.outline(filter.truth(), filter.answer(), theme.of("accent"), 3);
    }
    if (isFocused()) {
      painter.outline(cursorTruth, cursorAnswer, theme.of("text"), 1.5);
    }
  }

  /** All of the matrix as a drawing, scrolled or not. */
  Callable<String> svg() {
    int classes = Math.max(1, names.size());
    double width = getWidth() - BAR + at.hiddenWidth(classes);
    double height = getHeight() - BAR + at.hiddenHeight(classes);
    SvgInk ink = new SvgInk(Words.of("confusion.title"), width, height, theme.of("card"));
    Sheet shown = sheet;
    if (shown != null && shown.classes() == names.size()) {
      MatrixLayout whole = MatrixLayout.of(names, width, height);
      new MatrixPainter(ink, whole, colours(), 0, 0).paint(shown, names, leastDigits);
    }
    return ink.finished();
  }

  private MatrixPainter.Colours colours() {
    CellColours cells =
        new CellColours(
            theme.of("card"),
            theme.of("cell-found"),
            theme.of("cell-mistake"),
            theme.of("cell-more"),
            theme.of("cell-fewer"));
    return new MatrixPainter.Colours(
        cells, theme.of("text"), theme.of("muted"), theme.of("accent"));
  }

  private int rowAt(double y) {
    boolean inside = y >= at.top() && y < at.top() + at.shownHeight();
    int row = (int) ((y - at.top() + down.getValue()) / at.cellHeight());
    return inside && row < names.size() ? row : Filter.ANY;
  }

  private int columnAt(double x) {
    boolean inside = x >= at.left() && x < at.left() + at.shownWidth();
    int column = (int) ((x - at.left() + across.getValue()) / at.cellWidth());
    return inside && column < names.size() ? column : Filter.ANY;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int row = rowAt(event.getY());
    int column = columnAt(event.getX());
    if (sheet == null || row == Filter.ANY && column == Filter.ANY) {
      return;
    }
    if (row != Filter.ANY && column != Filter.ANY) {
      moveTo(row, column);
      show.accept(Filter.pair(row, column));
    } else if (row != Filter.ANY && event.getX() < at.left()) {
      show.accept(Filter.ALL.withTruth(row));
    } else if (column != Filter.ANY && event.getY() < at.top()) {
      show.accept(Filter.ALL.withAnswer(column));
    }
  }

  private void pointed(MouseEvent event) {
    int row = rowAt(event.getY());
    int column = columnAt(event.getX());
    Sheet shown = sheet;
    if (shown != null && row != Filter.ANY && column != Filter.ANY) {
      tooltip.setText(Words.of("confusion.cell.help", shown.words(row, column, names)));
    } else {
      tooltip.setText(Words.of("confusion.matrix.help"));
    }
  }

  private void typed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> moveTo(cursorTruth, cursorAnswer - 1);
      case RIGHT -> moveTo(cursorTruth, cursorAnswer + 1);
      case UP -> moveTo(cursorTruth - 1, cursorAnswer);
      case DOWN -> moveTo(cursorTruth + 1, cursorAnswer);
      case HOME -> moveTo(cursorTruth, 0);
      case END -> moveTo(cursorTruth, names.size() - 1);
      case ENTER -> show.accept(Filter.pair(cursorTruth, cursorAnswer));
      case ESCAPE -> show.accept(Filter.ALL);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void moveTo(int truth, int answer) {
    cursorTruth = Math.clamp(truth, 0, Math.max(0, names.size() - 1));
    cursorAnswer = Math.clamp(answer, 0, Math.max(0, names.size() - 1));
    Scrolling.reveal(across, cursorAnswer * at.cellWidth(), at.cellWidth(), at.shownWidth());
    Scrolling.reveal(down, cursorTruth * at.cellHeight(), at.cellHeight(), at.shownHeight());
    describe();
    requestLayout();
  }

  private void describe() {
    Sheet shown = sheet;
    setAccessibleText(
        shown == null || cursorTruth >= shown.classes()
            ? Words.of("confusion.matrix.empty")
            : Words.of(
                "confusion.matrix.cell",
                shown.summary(names),
                shown.words(cursorTruth, cursorAnswer, names)));
  }

  private void scrolled(ScrollEvent event) {
    Scrolling.to(across, across.getValue() - event.getDeltaX());
    Scrolling.to(down, down.getValue() - event.getDeltaY());
    event.consume();
  }

  @Override
  public void retell() {
    requestLayout();
  }
}
