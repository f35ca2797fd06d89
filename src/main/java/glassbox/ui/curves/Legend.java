package glassbox.ui.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A small card in the chart that tells the lines' names and values. */
final class Legend extends Region {
  private static final double PADDING = 6;
  private static final double ROW = 15;
  private static final double SWATCH = 26;
  private static final double GAP = 8;
  private static final int MOST_NAME = 22;

  /** Where a legend lies that is not shown. */
  static final Bounds NOWHERE = new BoundingBox(0, 0, -1, -1);

  private final Region back = new Region();
  private final List<RowNodes> rows = new ArrayList<>();
  private int used;
  private double[] columns = new double[0];

  /**
   * A row.
   *
   * @param colour of the swatch; null for none
   * @param dash of the swatch
   * @param cells the name, then values
   * @param hint for a tooltip; null for none
   */
  record Row(@Nullable Color colour, double[] dash, List<String> cells, @Nullable String hint) {}

  /** The nodes of a row. */
  private static final class RowNodes {
    final Line swatch = new Line(0, 0, SWATCH - 8, 0);
    final List<Text> cells = new ArrayList<>();
    final Tooltip hint = new Tooltip();
    private boolean hinted;
    private double[] dash = new double[0];

    void show(Row row, List<Node> children) {
      swatch.setVisible(row.colour() != null);
      swatch.setStroke(row.colour());
      if (!Arrays.equals(dash, row.dash())) {
        dash = row.dash();
        swatch.getStrokeDashArray().setAll(Arrays.stream(dash).boxed().toList());
      }
      while (cells.size() < row.cells().size()) {
        Text cell = new Text();
        cell.setManaged(false);
        cells.add(cell);
        children.add(cell);
      }
      for (int c = 0; c < cells.size(); c++) {
        String text = c < row.cells().size() ? row.cells().get(c) : "";
        String kind =
            row.colour() == null || c > 1
                ? "legend-muted"
                : c == 0 ? "legend-name" : "legend-value";
        cells.get(c).setText(text);
        if (!cells.get(c).getStyleClass().contains(kind)) {
          cells.get(c).getStyleClass().setAll(kind);
          cells.get(c).applyCss();
        }
        cells.get(c).setVisible(true);
      }
      setHint(row.hint());
    }

    private void setHint(@Nullable String text) {
      hint.setText(Objects.requireNonNullElse(text, ""));
      if (hinted != (text != null)) {
        hinted = text != null;
        if (hinted) {
          Tooltip.install(cells.getFirst(), hint);
        } else {
          Tooltip.uninstall(cells.getFirst(), hint);
        }
      }
    }

    void hide() {
      swatch.setVisible(false);
      cells.forEach(cell -> cell.setVisible(false));
    }
  }

  Legend() {
    getStyleClass().add("curve-legend");
    back.getStyleClass().add("curve-legend-back");
    back.setManaged(false);
    setManaged(false);
    getChildren().add(back);
  }

  /** Where it lies; empty where it is not shown. */
  Bounds place() {
    return isVisible() ? getBoundsInParent() : NOWHERE;
  }

  /** How many rows a height has room for. */
  static int rowsWithin(double height) {
    return Math.max(2, (int) ((height - 2 * PADDING) / ROW));
  }

  /** Shows these rows; resizes itself. */
  void show(List<Row> newRows) {
    while (rows.size() < newRows.size()) {
      RowNodes nodes = new RowNodes();
      nodes.swatch.setManaged(false);
      nodes.swatch.getStyleClass().add("legend-swatch");
      rows.add(nodes);
      getChildren().add(nodes.swatch);
    }
    used = newRows.size();
    for (int r = 0; r < rows.size(); r++) {
      if (r < used) {
        rows.get(r).show(newRows.get(r), getChildren());
      } else {
        rows.get(r).hide();
      }
    }
    measure();
    resize(
        Math.ceil(2 * PADDING + SWATCH + Arrays.stream(columns).sum()), 2 * PADDING + ROW * used);
    layoutRows();
  }

  private void measure() {
    int most = rows.stream().limit(used).mapToInt(row -> row.cells.size()).max().orElse(0);
    columns = new double[most];
    for (RowNodes row : rows.subList(0, used)) {
      for (int c = 0; c < row.cells.size(); c++) {
        Text cell = row.cells.get(c);
        double gap = c == 0 || cell.getText().isEmpty() ? 0 : GAP;
        columns[c] = Math.max(columns[c], gap + Math.ceil(cell.getLayoutBounds().getWidth()));
      }
    }
  }

  private void layoutRows() {
    back.resizeRelocate(0, 0, getWidth(), getHeight());
    for (int r = 0; r < used; r++) {
      double middle = PADDING + ROW * (r + 0.5);
      rows.get(r).swatch.relocate(PADDING, middle - 1);
      double right = PADDING + SWATCH;
      for (int c = 0; c < rows.get(r).cells.size(); c++) {
        Text cell = rows.get(r).cells.get(c);
        right += columns[c];
        double left =
            c == 0 ? PADDING + SWATCH : right - Math.ceil(cell.getLayoutBounds().getWidth());
        cell.setX(Math.round(left));
        cell.setY(Math.round(middle + 4));
      }
    }
  }

  /** A name that is not longer than there is room for. */
  static String shortened(String name) {
    return name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME - 1) + "…";
  }
}
