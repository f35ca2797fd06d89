package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.ui.session.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which runs are drawn, how they are put together, and that little work is done in a look. */
class DrawnRunsTest {
  private final List<Run> runs = new ArrayList<>();
  private @Nullable Run current;
  private final DrawnRuns drawn = new DrawnRuns(runs, () -> current);

  private Run add(Run run) {
    runs.add(run);
    current = run;
    return run;
  }

  private Run addRun(int number, Run.Origin origin, double... losses) {
    double[][] steps = {losses, new double[losses.length], new double[losses.length]};
    History history = History.of(steps, List.of(new ValidationPoint(1, losses[0], 0.5)), List.of());
    return add(SampleRuns.run(number, "Run " + number, history, 1, origin));
  }

  private List<String> names() {
    drawn.look(0);
    return drawn.all().stream().map(Drawn::name).toList();
  }

  @Test
  void hiddenRunsAreLeftOutButNotTheOneInHand() {
    Run first = addRun(0, Run.Origin.NONE, 1);
    Run second = addRun(1, Run.Origin.NONE, 1);
    assertEquals(List.of("Run 0", "Run 1"), names());
    first.shownProperty().set(false);
    second.shownProperty().set(false);
    assertEquals(List.of("Run 1"), names());
    assertTrue(drawn.all().getFirst().current());
  }

  @Test
  void withoutARunThereIsNothing() {
    assertFalse(drawn.look(0.9));
    assertNull(drawn.curvesInHand());
  }

  @Test
  void aForkBeginsWhereItLeavesItsParentAsLongAsThatIsDrawn() {
    Run parent = addRun(0, Run.Origin.NONE, 1, 1, 1);
    addRun(1, new Run.Origin(parent, 2, null), 1, 1, 5);
    drawn.look(0);
    assertEquals(2, drawn.all().getLast().from());
    assertSame(parent, drawn.all().getLast().parent());
    parent.shownProperty().set(false);
    drawn.look(0);
    assertEquals(0, drawn.all().getLast().from());
    assertNull(drawn.all().getLast().parent());
  }

  @Test
  void aGroupIsOneLineWithTheMeanOfItsMembers() {
    addRun(0, new Run.Origin(null, 0, "dense 32"), 1, 2, 3);
    addRun(1, new Run.Origin(null, 0, "dense 32"), 3, 4);
    assertEquals(List.of("dense 32 (2 seeds)"), names());
    Drawn group = drawn.all().getFirst();
    assertEquals(3, group.smoothed(Measure.LOSS, 2));
    assertEquals(3, group.smoothed(Measure.LOSS, 3), "only one member is so long");
    assertTrue(Double.isNaN(group.raw(Measure.LOSS, 2)));
    assertEquals(List.of(new Drawn.Point(1, 2)), group.validations(Measure.LOSS));
  }

  @Test
  void aGroupOfWhichOneMemberIsShownIsThatRun() {
    Run first = addRun(0, new Run.Origin(null, 0, "dense 32"), 1);
    addRun(1, new Run.Origin(null, 0, "dense 32"), 3);
    first.shownProperty().set(false);
    assertEquals(List.of("Run 1"), names());
  }

  @Test
  void aLookWithoutAnythingNewChangesNothing() {
    Run run = addRun(0, Run.Origin.NONE, 1, 2);
    assertTrue(drawn.look(0.9));
    assertFalse(drawn.look(0.9));
    Histories.add(run.history(), 1, 1);
    assertTrue(drawn.look(0.9));
    assertTrue(drawn.look(0.5), "another smoothing");
    assertFalse(drawn.look(0.5));
  }

  @Test
  void longRunsAreReadBitByBit() {
    add(SampleRuns.run(0, "Run 0", SampleRuns.history(150_000, 1, 1), 1500));
    drawn.look(0.9);
    assertTrue(drawn.all().getFirst().steps() < 150_000);
    int looks = 1;
    while (drawn.look(0.9)) {
      looks++;
    }
    assertEquals(150_000, drawn.all().getFirst().steps());
    assertTrue(looks < 10, looks + " looks");
  }
}
