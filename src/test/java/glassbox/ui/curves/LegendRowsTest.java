package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nine runs of which the last is in hand. */
class LegendRowsTest {
  private final LegendRows rows = new LegendRows(Measure.LOSS, new Inks(() -> {}));

  private static Looked nineRuns() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      runs.add(SampleRuns.run(i, "Run " + (i + 1), SampleRuns.history(200, 1, i), 3));
    }
    DrawnRuns drawn = new DrawnRuns(runs, runs::getLast);
    drawn.look(0.9);
    return new Looked(drawn.all(), drawn.curvesInHand(), new RunMarks());
  }

  private List<String> names(long steps, double width, int most) {
    return rows.of(nineRuns(), steps, width, most).stream()
        .map(row -> row.cells().getFirst())
        .toList();
  }

  @Test
  void whereThereIsRoomAllRunsAreListed() {
    List<String> names = names(-1, 500, 20);
    assertEquals("newest", names.getFirst());
    assertEquals(10, names.size());
  }

  @Test
  void withLessRoomTheRunInHandIsStillThere() {
    assertEquals(List.of("newest", "Run 1", "Run 9", "and 7 more"), names(-1, 500, 4));
  }

  @Test
  void valuesAreThoseOfTheStep() {
    Legend.Row row = rows.of(nineRuns(), 100, 500, 20).get(1);
    double raw = SampleRuns.steps(200, 1, 0)[0][99];
    assertEquals(Measure.LOSS.text((float) raw), row.cells().get(2));
    assertTrue(row.cells().get(3).matches("\\d\\.\\d+"), "validation " + row.cells());
  }

  @Test
  void runsOfTheSameColourDifferInTheirDash() {
    List<Legend.Row> all = rows.of(nineRuns(), -1, 500, 20);
    assertEquals(0, all.get(1).dash().length);
    assertTrue(all.get(9).dash().length > 0);
  }
}
