package glassbox.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.session.Sweep;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The list beside runs that train. */
@Timeout(240)
class LiveRunsTest {
  private RunsBench bench;
  private Recipe recipe;

  @BeforeEach
  void begin(@TempDir Path folder) {
    Path data = IdxFolder.write(folder.resolve("data"), SyntheticData.patterns(5, 8, 320, 100));
    recipe = new RecipeBuilder().dataset(data.toString()).build(); // 20 steps
    bench = new RunsBench(folder.resolve("runs"));
    Fx.run(() -> {
      bench.session.setRecipe(recipe);
      bench.session.useDataset(data.toString());
    });
    awaitState(State.READY);
    Fx.run(() -> bench.session.setStepsPerSecond(Double.POSITIVE_INFINITY));
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private void awaitState(State state) {
    Fx.await("the session is " + state, () -> bench.session.state() == state);
  }

  private Facts facts(int run) {
    return Fx.get(() -> {
      Run wanted = bench.model.all().get(run);
      bench.model.look();
      return bench.model.branches().stream()
          .filter(branch -> branch.line().runs().contains(wanted))
          .findFirst()
          .orElseThrow()
          .line()
          .factsProperty()
          .get();
    });
  }

  private Run pausedAt(int steps) {
    Fx.run(() -> bench.session.step(steps));
    Fx.await("it is paused", () -> bench.session.runProperty().get().history().size() == steps);
    awaitState(State.PAUSED);
    return Fx.get(() -> bench.session.runProperty().get());
  }

  @Test
  void aRunInHandIsSeenAsFarAsItIs() {
    pausedAt(7);
    assertEquals(Standing.PAUSED, facts(0).standing());
    assertEquals("7 of 20", facts(0).stepsWords());
  }

  @Test
  void aPausedRunGoesOnToItsEndAndCanThenBeDeleted() {
    Run run = pausedAt(7);
    Fx.run(() -> bench.commands.delete(List.of(run)));
    assertEquals("Stop Run 1 before you delete it", hint());
    Fx.run(() -> bench.commands.goOn(run));
    awaitState(State.FINISHED);
    Fx.await("it is measured", () -> !facts(0).testWords().equals("–"));
    assertEquals("20", facts(0).stepsWords());
    Fx.run(() -> bench.commands.delete(List.of(run)));
    assertEquals("Run 1 deleted", hint());
  }

  private String hint() {
    return Fx.get(() -> bench.commands.hintProperty().get());
  }

  @Test
  void aWholeFamilyIsTrainedAsFarAsTheLongest() {
    Run parent = pausedAt(10);
    Fx.run(() -> bench.session.fork(parent, 5, recipe));
    awaitState(State.FINISHED);
    assertTrue(Fx.get(() -> bench.commands.canLevel(parent)));
    Fx.run(() -> bench.commands.level(parent));
    Fx.await("the parent has caught up", () -> parent.steps() == 20);
    Fx.await("the queue is done", () -> !bench.session.queue().isActive());
    assertFalse(Fx.get(() -> bench.commands.canLevel(parent)));
  }

  @Test
  void aSweepOverSeedsBecomesOneLineWithTheMeanOfAll() {
    List<Sweep.Variant> variants = new Sweep(recipe, "", List.of(), 3).variants();
    Fx.run(() -> bench.session.trainAll(variants));
    Fx.await("all are trained", () -> bench.session.queue().doneProperty().get() == 3);
    Fx.await("all are measured", () -> facts(0).testWords().contains("±"));
    assertEquals(1, Fx.get(() -> bench.model.branches().size()));
    assertEquals(Standing.FINISHED, facts(0).standing());
  }
}
