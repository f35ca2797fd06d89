package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RunPlanTest {
  private static final ImageDataset DATA = SyntheticData.patterns(5, 4, 100, 10);

  /** Ten steps an epoch, two epochs. */
  private static final Recipe START = new RecipeBuilder().batchSize(10).build();

  private static final Recipe SLOW = rate(0.01);
  private static final Recipe SLOWER = rate(0.001);

  private static Recipe rate(double rate) {
    return START.withOptimizer(START.optimizer().withLearningRate(rate));
  }

  private static RunPlan plan(Change... changes) {
    return new RunPlan(START, List.of(changes));
  }

  private static final RunPlan TWICE = plan(new Change(5, SLOW), new Change(12, SLOWER));

  private static String refusal(Executable refused) {
    return assertThrows(IllegalArgumentException.class, refused).getMessage();
  }

  @Test
  void everyStepHasARecipe() {
    assertEquals(START, TWICE.at(0));
    assertEquals(START, TWICE.at(4));
    assertEquals(SLOW, TWICE.at(5), "the first step after the change");
    assertEquals(SLOW, TWICE.at(11));
    assertEquals(SLOWER, TWICE.at(12));
    assertEquals(SLOWER, TWICE.at(1_000_000));
    assertEquals(SLOWER, TWICE.last());
    assertEquals(START, plan().last());
  }

  @Test
  void changesComeInTheOrderOfTheirSteps() {
    assertEquals(
        "changes must be in the order of their steps, got step 5 after step 12",
        refusal(() -> plan(new Change(12, SLOW), new Change(5, SLOWER))));
    assertEquals(
        "changes must be in the order of their steps, got step 5 after step 5",
        refusal(() -> plan(new Change(5, SLOW), new Change(5, SLOWER))));
  }

  @Test
  void anImpossibleChangeIsRefusedWhereverItIs() {
    Recipe other = SLOW.withDataset("other");
    assertEquals(
        "dataset cannot change within a run, only from one run to the next",
        refusal(() -> plan(new Change(5, SLOW), new Change(12, other))));
    assertEquals(
        "dataset cannot change within a run, only from one run to the next",
        refusal(() -> TWICE.changedAt(15, other)));
  }

  @Test
  void changesDoNotChangeAfterwards() {
    List<Change> changes = new ArrayList<>(List.of(new Change(5, SLOW)));
    RunPlan plan = new RunPlan(START, changes);
    changes.clear();
    assertEquals(SLOW, plan.last());
  }

  @Test
  void aForkThatChangesNothingKeepsWhatIsChangedLater() {
    for (int step = 0; step < 20; step++) {
      assertEquals(TWICE, TWICE.forkedAt(step, TWICE.at(step)), "step " + step);
    }
  }

  @Test
  void aForkThatChangesSomethingGivesUpWhatIsChangedLater() {
    Recipe other = rate(0.5);
    assertEquals(plan(new Change(3, other)), TWICE.forkedAt(3, other));
    assertEquals(plan(new Change(5, SLOW), new Change(8, other)), TWICE.forkedAt(8, other));
    assertEquals(plan(), TWICE.forkedAt(5, START), "as if nothing had been changed");
  }

  @Test
  void aChangeTakesThePlaceOfWhatWasPlannedThereAndLater() {
    Recipe other = rate(0.5);
    assertEquals(plan(new Change(3, other)), TWICE.changedAt(3, other));
    assertEquals(plan(new Change(5, other)), TWICE.changedAt(5, other));
    assertEquals(plan(new Change(5, SLOW), new Change(8, other)), TWICE.changedAt(8, other));
  }

  @Test
  void aChangeToWhatIsThereAlreadyDisappears() {
    assertEquals(plan(), TWICE.changedAt(3, START));
    assertEquals(plan(), TWICE.changedAt(5, START), "the change of step 5 is taken back");
    assertEquals(plan(new Change(5, SLOW)), TWICE.changedAt(20, SLOWER).changedAt(12, SLOW));
    assertEquals(TWICE, TWICE.changedAt(15, SLOWER));
  }

  @Test
  void theNextChangeIsFound() {
    assertEquals(5, TWICE.nextChange(0));
    assertEquals(5, TWICE.nextChange(5));
    assertEquals(12, TWICE.nextChange(6));
    assertTrue(TWICE.nextChange(13) > 1_000_000_000_000L);
  }

  @Test
  void aPlanThatFitsTheDataIsTaken() {
    TWICE.requireFits(DATA);
    plan(new Change(20, START.withEpochs(3))).requireFits(DATA);
  }

  @Test
  void aChangeBehindTheEndIsRefused() {
    assertEquals(
        "a change must be within the run of 20 steps, got step 21",
        refusal(() -> plan(new Change(21, SLOW)).requireFits(DATA)));
    Recipe longer = SLOW.withEpochs(3);
    plan(new Change(20, longer), new Change(29, SLOWER.withEpochs(3))).requireFits(DATA);
  }

  @Test
  void aRecipeThatDoesNotFitTheDataIsRefusedWhereverItIs() {
    ImageDataset otherClasses = SyntheticData.patterns(4, 4, 100, 10);
    assertTrue(refusal(() -> TWICE.requireFits(otherClasses)).startsWith("network must end with"));
    assertTrue(
        refusal(() -> plan(new Change(15, START.withEpochs(1))).requireFits(DATA))
            .startsWith("epochs must be at least 2"));
  }
}
