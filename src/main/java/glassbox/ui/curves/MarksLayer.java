package glassbox.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Group;

/** Epochs, changed settings and divergences of a chart, each kind with its words in a row. */
final class MarksLayer {
  private static final double BETWEEN_EPOCHS = 64;

  private final boolean atTop;
  private final Group behind = new Group();
  private final Group before = new Group();
  private final List<MarkNode> nodes = new ArrayList<>();
  private List<VerticalMark> shown = List.of();
  private Bounds legend = Legend.NOWHERE;
  private double width;
  private double height;

  /**
   * The marks of a chart.
   *
   * @param atTop whether the words stand at the upper edge
   */
  MarksLayer(boolean atTop) {
    this.atTop = atTop;
    behind.setManaged(false);
    before.setManaged(false);
  }

  /** What lies behind the lines of the chart. */
  Group behind() {
    return behind;
  }

  /** What lies before them. */
  Group before() {
    return before;
  }

  /** How many epochs can be told apart. */
  static int mostEpochs(double width) {
    return (int) (width / BETWEEN_EPOCHS);
  }

  /** Shows those marks that are within the plot. */
  void show(List<VerticalMark> marks, Plot plot) {
    List<VerticalMark> visible = marks.stream().filter(mark -> plot.holds(mark.step())).toList();
    while (nodes.size() < visible.size()) {
      addNode();
    }
    nodes.forEach(MarkNode::hide);
    for (int i = 0; i < visible.size(); i++) {
      nodes.get(i).show(visible.get(i), plot.x(visible.get(i).step()), plot.height());
    }
    shown = visible;
    height = plot.height();
    width = plot.width();
    placeWords();
  }

  /** Keeps the words off the legend, which lies at the right edge; an empty one is nowhere. */
  void keepOff(Bounds newLegend) {
    if (!newLegend.equals(legend)) {
      legend = newLegend;
      placeWords();
    }
  }

  private void addNode() {
    MarkNode node = new MarkNode();
    nodes.add(node);
    behind.getChildren().addAll(node.line(), node.words());
    before.getChildren().add(node.hint());
  }

  private void placeWords() {
    Map<VerticalMark.Kind, List<MarkNode>> rows =
        IntStream.range(0, shown.size())
            .filter(i -> shown.get(i).kind() != VerticalMark.Kind.OTHER_CHANGE)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> shown.get(i).kind(),
                    TreeMap::new,
                    Collectors.mapping(nodes::get, Collectors.toList())));
    int row = 0;
    for (List<MarkNode> marks : rows.values()) {
      placeRow(marks, row++);
    }
  }

  private void placeRow(List<MarkNode> marks, int row) {
    double tall = marks.getFirst().wordsHeight();
    double top = atTop ? row * tall : height - (row + 1) * tall - 2;
    boolean besideLegend =
        !legend.isEmpty() && top < legend.getMaxY() && top + tall > legend.getMinY();
    double[] lefts =
        Spread.beside(
            marks.stream().mapToDouble(MarkNode::x).toArray(),
            marks.stream().mapToDouble(MarkNode::wordsWidth).toArray(),
            besideLegend ? legend.getMinX() : width);
    for (int i = 0; i < marks.size(); i++) {
      marks.get(i).placeWords(lefts[i], top);
    }
  }
}
