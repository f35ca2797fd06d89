package glassbox.ui.controls;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.shape.Line;

/**
 * How runs are told apart wherever they are drawn: colour by number modulo 8, dash by number / 8,
 * so that 32 runs differ. A node with the style class has the looked-up colour {@code -gb-run}, of
 * the theme that is shown.
 */
public final class RunColours {
  /** Colours that runs take one after the other. */
  public static final int COLOURS = 8;

  private static final double[][] DASHES = {{}, {9, 4}, {2.5, 3}, {9, 3, 2.5, 3}};

  private RunColours() {}

  /** The style class of a run's colour, {@code run-colour-0} to {@code run-colour-7}. */
  public static String styleClass(int number) {
    return "run-colour-" + Math.floorMod(number, COLOURS);
  }

  /** All style classes, to be taken off a node that shows another run. */
  public static List<String> styleClasses() {
    return IntStream.range(0, COLOURS).mapToObj(RunColours::styleClass).toList();
  }

  /** A run's dash: points drawn and left out in turn; empty for a whole line. */
  public static double[] dashes(int number) {
    return DASHES[Math.floorMod(number / COLOURS, DASHES.length)].clone();
  }

  /** A short piece of the line that a run is drawn with; none to be seen below number 0. */
  public static Line swatch(int number) {
    Line line = new Line(0, 0, 22, 0);
    line.setVisible(number >= 0);
    line.getStyleClass().addAll("run-swatch", styleClass(number));
    for (double length : dashes(number)) {
      line.getStrokeDashArray().add(length);
    }
    return line;
  }
}
