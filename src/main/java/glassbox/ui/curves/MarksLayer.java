package glassbox.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Group;

/** Epochs, changed settings and divergences of a chart, each kind with its words in a row. */
final class MarksLayer {
  private static final double BETWEEN_EPOCHS = 64;

  private final boolean atTop;
  private final Group behind = new Group();
  private final Group before = new Group();
  private final List<MarkNode> nodes = new ArrayList<>();

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
    placeWords(visible, plot);
  }

  private void addNode() {
    MarkNode node = new MarkNode();
    nodes.add(node);
    behind.getChildren().addAll(node.line(), node.words());
    before.getChildren().add(node.hint());
  }

  private void placeWords(List<VerticalMark> visible, Plot plot) {
    Map<VerticalMark.Kind, List<MarkNode>> rows =
        IntStream.range(0, visible.size())
            .filter(i -> visible.get(i).kind() != VerticalMark.Kind.OTHER_CHANGE)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> visible.get(i).kind(),
                    TreeMap::new,
                    Collectors.mapping(nodes::get, Collectors.toList())));
    int row = 0;
    for (List<MarkNode> marks : rows.values()) {
      placeRow(marks, row++, plot);
    }
  }

  private void placeRow(List<MarkNode> marks, int row, Plot plot) {
    boolean[] fits =
        Spread.fitting(
            marks.stream().mapToDouble(MarkNode::wordsX).toArray(),
            marks.stream().mapToDouble(MarkNode::wordsWidth).toArray(),
            plot.width());
    for (int i = 0; i < marks.size(); i++) {
      marks.get(i).placeWords(fits[i], row, atTop, plot.height());
    }
  }
}
