package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import glassbox.training.History;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of the lines at rest is what would be drawn. */
class UnderlayTest {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 40;
  private static final LineStyle STYLE =
      new LineStyle(0xff0000ff, 0x400000ff, 0xff00ff00, 2, new double[0]);

  private final StepRange.Ends steps = new StepRange.Ends(0, 500);
  private final ValueRange.Ends values = new ValueRange.Ends(0, 3, false);
  private final History history = SampleRuns.history(300, 5, 1);
  private final RunCurves curves = new RunCurves(SampleRuns.run(0, "Run 1", history, 5), 0.9);
  private final Underlay underlay = new Underlay();

  private int[] painted(Underlay by, StepRange.Ends ends) {
    curves.read(0.9, new Allowance(Integer.MAX_VALUE));
    Raster sheet = new Raster(WIDTH, HEIGHT);
    Scale scale = new Scale(0, 3, false, HEIGHT);
    LinePainter painter = new LinePainter(Measure.LOSS, sheet, ends, scale, 1);
    Drawn line = new Drawn(List.of(curves), "Run 1", false, 0, null);
    by.paint(
        new Underlay.View(Measure.LOSS, ends, values, 1),
        sheet,
        List.of(new Underlay.Resting(line, STYLE)),
        painter);
    int[] rows = new int[WIDTH * HEIGHT];
    sheet.copyRowsTo(rows);
    return rows;
  }

  private void assertAsDrawnAnew(StepRange.Ends ends) {
    assertArrayEquals(painted(new Underlay(), ends), painted(underlay, ends));
  }

  @Test
  void itIsTheSameTheSecondTimeAndAfterEveryChange() {
    assertAsDrawnAnew(steps);
    assertAsDrawnAnew(steps);
    int[] before = painted(underlay, steps);
    Histories.add(history, 2.5, 0.5);
    Histories.add(history, 0.01, 0.5);
    assertAsDrawnAnew(steps);
    assertAsDrawnAnew(new StepRange.Ends(100, 200));
    assertFalse(Arrays.equals(before, painted(underlay, new StepRange.Ends(100, 200))));
    assertAsDrawnAnew(steps);
  }
}
