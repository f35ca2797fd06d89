package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same recipe and seed are the same run, bit for bit. */
class RepeatabilityTest {
  /** Large enough for the products of the first layer to be shared among threads. */
  private static final ImageDataset DATA = SyntheticData.patterns(5, 12, 220, 30);

  private static final RecipeBuilder RECIPE =
      new RecipeBuilder().network("dense 33", "relu", "dense 17", "relu", "dense 5").validation(20);

  /** Every number of a run that does not depend on the clock. */
  private static List<Object> run(long seed, Compute compute) {
    Trainer trainer = new Trainer(RECIPE.seed(seed).build(), DATA, compute);
    while (!trainer.isFinished()) {
      trainer.step();
    }
    List<Object> numbers = new ArrayList<>();
    History history = trainer.history();
    for (int step = 0; step < history.size(); step++) {
      numbers.add(history.loss(step));
      numbers.add(history.accuracy(step));
    }
    numbers.addAll(history.validations());
    for (Parameter parameter : trainer.network().parameters()) {
      numbers.add(Arrays.toString(parameter.value().values()));
    }
    numbers.add(trainer.test());
    return numbers;
  }

  private static List<Object> plainRun(long seed) {
    try (Compute compute = Compute.of("plain", 1)) {
      return run(seed, compute);
    }
  }

  @ParameterizedTest
  @CsvSource({"plain, 1", "plain, 2", "plain, 3", "simd, 1", "simd, 2", "simd, 3"})
  void anyKernelAndNumberOfThreadsGivesTheSameRun(String kernel, int threads) {
    try (Compute compute = Compute.of(kernel, threads)) {
      assertEquals(plainRun(1), run(1, compute));
    }
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    assertNotEquals(plainRun(1), plainRun(2));
  }
}
