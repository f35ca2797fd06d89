package glassbox.ui.curves;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** A vertical line with words beside it; a changed setting has a diamond on the axis too. */
final class MarkNode {
  private final Line line = new Line();
  private final Label words = new Label();
  private final Polygon diamond = new Polygon(0, -5, 5, 0, 0, 5, -5, 0);
  private final Group hint = new Group(diamond);
  private final Tooltip tooltip = new Tooltip();
  private VerticalMark mark = new VerticalMark(VerticalMark.Kind.EPOCH, 0, "");
  private double x;

  MarkNode() {
    line.setMouseTransparent(true);
    line.setManaged(false);
    words.setManaged(false);
    words.setMouseTransparent(true);
    hint.setManaged(false);
    Tooltip.install(hint, tooltip);
  }

  /** Lies below the lines of the chart. */
  Line line() {
    return line;
  }

  Label words() {
    return words;
  }

  /** Lies on the axis and tells the words to whoever points at it. */
  Group hint() {
    return hint;
  }

  void hide() {
    line.setVisible(false);
    words.setVisible(false);
    hint.setVisible(false);
  }

  /** Stands for a mark now. */
  void show(VerticalMark newMark, double newX, double height) {
    if (newMark.kind() != mark.kind() || line.getStyleClass().isEmpty()) {
      dress(newMark.kind().style());
    }
    mark = newMark;
    words.setText(newMark.words());
    tooltip.setText(newMark.words());
    x = Math.round(newX) + 0.5;
    line.setStartX(x);
    line.setEndX(x);
    line.setEndY(height);
    line.setVisible(true);
    hint.relocate(x - 5.5, height - 11);
    hint.setVisible(newMark.kind().isChange());
  }

  private void dress(String style) {
    line.getStyleClass().setAll(style + "-line");
    diamond.getStyleClass().setAll(style + "-diamond");
    words.getStyleClass().setAll("label", "mark-name", style + "-name");
    words.applyCss(); // its size is asked for at once
  }

  double x() {
    return x;
  }

  double wordsWidth() {
    return words.prefWidth(-1);
  }

  double wordsHeight() {
    return words.prefHeight(-1);
  }

  /**
   * Puts the words somewhere.
   *
   * @param left NaN for nowhere
   */
  void placeWords(double left, double top) {
    words.setVisible(!Double.isNaN(left));
    if (words.isVisible()) {
      words.resizeRelocate(left, top, wordsWidth(), wordsHeight());
    }
  }
}
