package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.ui.session.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunMarksTest {
  private final RunMarks marks = new RunMarks();

  private List<String> epochs(double lower, double upper, int most) {
    return marks.epochs(new StepRange.Ends(lower, upper), most).stream()
        .map(VerticalMark::words)
        .toList();
  }

  @Test
  void epochsBeginWhereTheFormerEnd() {
    marks.read(SampleRuns.run(0, "Run 1", new History(), 3));
    assertEquals(List.of("epoch 2", "epoch 3"), epochs(0, 400, 10));
    assertEquals(100, marks.epochs(new StepRange.Ends(0, 400), 10).getFirst().step());
    assertEquals(List.of("epoch 3"), epochs(150, 400, 10));
  }

  @Test
  void manyEpochsAreThinnedToWhatFits() {
    marks.read(SampleRuns.run(0, "Run 1", new History(), 100));
    assertEquals(List.of("epoch 21", "epoch 41", "epoch 61", "epoch 81"), epochs(0, 10_000, 6));
    assertEquals(List.of("epoch 42", "epoch 43"), epochs(4050, 4250, 6));
  }

  @Test
  void aChangedSettingIsToldInWords() {
    Run run = SampleRuns.changedRun(0, "Run 1", new History(), 3, 150);
    assertTrue(marks.read(run));
    assertFalse(marks.read(run), "nothing new");
    VerticalMark change = marks.changes().getFirst();
    assertEquals(150, change.step());
    assertTrue(change.words().contains("0.1 → 0.05"), change.words());
  }

  @Test
  void otherRunsTellTheirChangesByTheirNames() {
    Run current = SampleRuns.run(0, "Run 1", SampleRuns.history(200, 1, 1), 3);
    Run other = SampleRuns.changedRun(1, "Run 2", SampleRuns.history(200, 1, 2), 3, 150);
    DrawnRuns drawn = new DrawnRuns(List.of(current, other), () -> current);
    drawn.look(0.9);
    List<VerticalMark> marks = RunMarks.otherChanges(drawn.all());
    assertEquals(1, marks.size());
    assertEquals(150, marks.getFirst().step());
    assertEquals("Run 2: learning rate 0.1 → 0.05", marks.getFirst().words());
    DrawnRuns swapped = new DrawnRuns(List.of(current, other), () -> other);
    swapped.look(0.9);
    assertEquals(List.of(), RunMarks.otherChanges(swapped.all()));
  }

  @Test
  void aDivergenceSaysWhatTheLossBecame() {
    History history = SampleRuns.history(10, 1, 1);
    Histories.diverged(history, 813, Double.NaN);
    Run run = SampleRuns.run(0, "Run 1", history, 3);
    DrawnRuns drawn = new DrawnRuns(List.of(run), () -> run);
    drawn.look(0.9);
    VerticalMark mark = RunMarks.divergences(drawn.all()).getFirst();
    assertEquals("loss became NaN at step 813", mark.words());
    assertEquals(813, mark.step());
  }
}
