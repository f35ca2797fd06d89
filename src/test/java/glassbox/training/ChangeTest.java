package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.nn.Initializer;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.OptimizerSpec;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
  private static final Recipe BEFORE =
      new RecipeBuilder()
          .network("dense 8", "relu", "dropout 0.2", "dense 5")
          .validation(10)
          .build();

  private static Arguments of(String key, Consumer<Recipe.Draft> change) {
    return Arguments.of(key, BEFORE.with(change));
  }

  private static Recipe network(String... layers) {
    return BEFORE.withNetwork(new RecipeBuilder().network(layers).build().network());
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        of("dataset", draft -> draft.dataset = "other"),
        of("initializer", draft -> draft.initializer = new Initializer.Normal(0.1)),
        of("validation", draft -> draft.validation = 11),
        of("averaging", draft -> draft.averaging = 0.9),
        of("earlyStopping", draft -> draft.earlyStopping = new EarlyStopping(2, 0)),
        Arguments.of("network", network("dense 9", "relu", "dropout 0.2", "dense 5")),
        Arguments.of("network", network("dense 8", "tanh", "dropout 0.2", "dense 5")),
        Arguments.of("network", network("dense 8", "dropout 0.2", "relu", "dense 5")),
        Arguments.of("network", network("dense 8", "relu", "dense 5")));
  }

  @ParameterizedTest
  @MethodSource
  void impossible(String key, Recipe after) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Change.requirePossible(BEFORE, after))
            .getMessage();
    assertEquals(key + " cannot change within a run, only from one run to the next", message);
  }

  static Stream<Recipe> possible() {
    return Stream.<Consumer<Recipe.Draft>>of(
            draft -> draft.optimizer = new OptimizerSpec.AdamSpec(0.1, 0.9, 0.9, 1e-8, 0, true),
            draft -> draft.schedule = new LearningRateSchedule.Exponential(0.9),
            draft -> draft.network = network("dense 8", "relu", "dropout 0.5", "dense 5").network(),
            draft -> draft.labelSmoothing = 0.1,
            draft -> draft.maxNorm = 1.0,
            draft -> draft.clipNorm = 1.0,
            draft -> draft.epochs = 100,
            draft -> draft.batchSize = 1,
            draft -> draft.shuffle = false,
            draft -> draft.seed = 7)
        .map(BEFORE::with);
  }

  @ParameterizedTest
  @MethodSource
  void possible(Recipe after) {
    assertDoesNotThrow(() -> Change.requirePossible(BEFORE, after));
  }

  @Test
  void aStepBeforeTheRunIsRefused() {
    assertEquals(
        "step must be at least 0, got -1",
        assertThrows(IllegalArgumentException.class, () -> new Change(-1, BEFORE)).getMessage());
  }
}
