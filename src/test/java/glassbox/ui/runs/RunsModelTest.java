package glassbox.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import glassbox.format.RunAbout;
import glassbox.optim.OptimizerSpec;
import glassbox.training.Change;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.ui.runs.RunsModel.Branch;
import glassbox.ui.session.Run;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which lines there are, how they hang together and what they say. */
@Timeout(240)
class RunsModelTest {
  private static final Recipe SEED = Presets.seed();
  private RunsBench bench;

  @BeforeEach
  void begin(@TempDir Path folder) {
    bench = new RunsBench(folder);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private static Recipe atRate(double rate) {
    return SEED.withOptimizer(new OptimizerSpec.SgdSpec(rate, 0, false, 0));
  }

  private Run fork(String name, String parent, long step, Recipe recipe) {
    return bench.finished(
        RunAbout.of(name, "").forkedFrom(RunsBench.folderOf(parent), step),
        new RunPlan(SEED).changedAt(step, recipe),
        3438,
        0.97);
  }

  private List<Branch> branches() {
    return Fx.get(() -> bench.model.branches());
  }

  private Facts facts(Run run) {
    branches();
    return Fx.get(() -> find(bench.model.branches(), run).factsProperty().get());
  }

  private static Line find(List<Branch> branches, Run run) {
    for (Branch branch : branches) {
      if (branch.line() instanceof RunLine line && line.run() == run) {
        return line;
      }
      Line below = find(branch.branches(), run);
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  @Test
  void aForkStandsBelowTheRunThatItComesFrom() {
    Run parent = bench.finished("Run 1", SEED);
    Run fork = fork("Run 2", "Run 1", 812, atRate(0.05));
    Run grandchild = fork("Run 3", "Run 2", 900, atRate(0.02));
    List<Branch> all = branches();
    assertEquals(1, all.size());
    assertEquals(List.of(parent), all.getFirst().line().runs());
    Branch below = all.getFirst().branches().getFirst();
    assertEquals(List.of(fork), below.line().runs());
    assertEquals("fork at 812", ((RunLine) below.line()).origin());
    assertEquals(List.of(grandchild), below.branches().getFirst().line().runs());
    assertEquals(List.of(parent, fork, grandchild), Fx.get(() -> bench.model.family(grandchild)));
  }

  @Test
  void aForkStandsAloneOnceItsParentIsDeleted() {
    Run parent = bench.finished("Run 1", SEED);
    Run fork = fork("Run 2", "Run 1", 812, atRate(0.05));
    Fx.run(() -> bench.commands.delete(List.of(parent)));
    assertEquals(List.of(fork), branches().getFirst().line().runs());
    assertEquals("learning rate 0.05", facts(fork).differs());
  }

  @Test
  void aRunSaysHowItDiffersFromTheSeed() {
    assertEquals("seed", facts(bench.finished("Run 1", SEED)).differs());
    Run other = bench.finished("Run 2", atRate(0.05).withBatchSize(64));
    assertEquals("learning rate 0.05, batch size 64", facts(other).differs());
  }

  @Test
  void anotherDatasetIsNoDifferenceOfTheRecipe() {
    Run fashion = bench.finished("Run 1", SEED.withDataset("fashion-mnist"));
    assertEquals("seed", facts(fashion).differs());
    assertEquals("Fashion-MNIST", facts(fashion).dataset());
  }

  @Test
  void aForkSaysWhatItChangedAtItsStepAndLater() {
    bench.finished("Run 1", atRate(0.2));
    RunPlan plan =
        new RunPlan(
            atRate(0.2), List.of(new Change(812, atRate(0.05)), new Change(1200, atRate(0.01))));
    Run fork = bench.finished(RunAbout.of("Run 2", "").forkedFrom("run-1", 812), plan, 3438, 0.97);
    assertEquals("learning rate 0.05 · learning rate 0.05 → 0.01 at 1,200", facts(fork).differs());
  }

  @Test
  void runsOfASweepOverSeedsAreOneLineWithTheirMeanAndDeviation() {
    double[] accuracies = {0.96, 0.97, 0.98};
    for (int seed = 1; seed <= 3; seed++) {
      bench.finished(
          RunAbout.of("rate 0.05, seed " + seed, "").withGroup("rate 0.05"),
          new RunPlan(atRate(0.05).withSeed(seed)),
          3438,
          accuracies[seed - 1]);
    }
    List<Branch> all = branches();
    assertEquals(1, all.size());
    GroupLine group = assertInstanceOf(GroupLine.class, all.getFirst().line());
    assertEquals("rate 0.05", group.nameProperty().getValue());
    assertEquals("97.00 ± 1.00%", group.factsProperty().get().testWords());
    assertEquals("3 seeds · learning rate 0.05", group.factsProperty().get().differs());
    assertEquals(3, all.getFirst().branches().size());
    assertSame(group, branches().getFirst().line());
  }

  @Test
  void sweepsOfOtherRecipesStandApartThoughTheyAreCalledAlike() {
    for (double rate : new double[] {0.1, 0.2}) {
      bench.finished(
          RunAbout.of("seeds " + rate, "").withGroup("seeds"),
          new RunPlan(atRate(rate)),
          3438,
          0.9);
    }
    assertEquals(2, branches().size());
  }

  @Test
  void anEnsembleSaysWhatItJoins() {
    RunAbout about = RunAbout.of("Ensemble of 2", "").joining(List.of("runs/a", "runs/b"));
    Facts facts = facts(bench.finished(about, new RunPlan(SEED), 0, 0.995));
    assertEquals(Standing.ENSEMBLE, facts.standing());
    assertEquals("joins runs/a, runs/b", facts.differs());
    assertEquals("–", facts.stepsWords());
    assertEquals("99.50%", facts.testWords());
  }

  @Test
  void aDamagedRunSaysWhy() {
    Run damaged = bench.damaged("Run 1");
    assertEquals(Standing.DAMAGED, facts(damaged).standing());
    assertFalse(Fx.get(() -> RunTable.reason(find(bench.model.branches(), damaged))).isEmpty());
  }

  @Test
  void figuresAreWordsForPeople() {
    Facts facts = facts(bench.finished("Run 1", SEED));
    assertEquals("96.54%", facts.testWords());
    assertEquals("95.00%", facts.bestValidationWords());
    assertEquals("3,438", facts.stepsWords());
    assertEquals("42.0 s", facts.timeWords());
    assertEquals("–", facts(bench.unfinished("Run 2", SEED)).stepsWords());
  }

  @Test
  void aDeletedRunComesBackByUndoAndTheHintGoes() {
    Run run = bench.finished("Run 1", SEED);
    Fx.run(() -> bench.commands.delete(List.of(run)));
    assertEquals("Run 1 deleted", Fx.get(() -> bench.commands.hintProperty().get()));
    assertEquals(List.of(), branches());
    Fx.run(bench.commands::undo);
    assertEquals("", Fx.get(() -> bench.commands.hintProperty().get()));
    assertEquals(List.of(run), branches().getFirst().line().runs());
  }

  @Test
  void theHintGoesOnceSomethingElseIsDone() {
    Run first = bench.finished("Run 1", SEED);
    Run second = bench.finished("Run 2", SEED);
    Fx.run(() -> bench.commands.delete(List.of(first)));
    Fx.run(() -> bench.commands.rename(second, "kept"));
    assertEquals("", Fx.get(() -> bench.commands.hintProperty().get()));
  }

  @Test
  void onlyWhatHasNotEndedCanGoOn() {
    Run finished = bench.finished("Run 1", SEED);
    Run unfinished = bench.unfinished("Run 2", SEED);
    assertEquals(false, Fx.get(() -> bench.commands.canGoOn(finished)));
    assertEquals(true, Fx.get(() -> bench.commands.canGoOn(unfinished)));
  }
}
