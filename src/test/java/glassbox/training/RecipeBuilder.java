package glassbox.training;

import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.OptimizerSpec;
import java.util.List;
import java.util.stream.Stream;

/** A small recipe for tests, and others that differ from it in what a test is about. */
public final class RecipeBuilder {
  private String dataset = "patterns";
  private List<LayerSpec> network = layers("dense 32", "relu", "dense 5");
  private double labelSmoothing = 0;
  private double learningRate = 0.1;
  private LearningRateSchedule schedule = new LearningRateSchedule.Constant();
  private int epochs = 2;
  private int batchSize = 32;
  private boolean shuffle = true;
  private long seed = 1;
  private int validation = 0;

  private static List<LayerSpec> layers(String... texts) {
    return Stream.of(texts).map(LayerSpec::parse).toList();
  }

  public RecipeBuilder dataset(String value) {
    dataset = value;
    return this;
  }

  public RecipeBuilder network(String... texts) {
    network = layers(texts);
    return this;
  }

  public RecipeBuilder labelSmoothing(double value) {
    labelSmoothing = value;
    return this;
  }

  public RecipeBuilder learningRate(double value) {
    learningRate = value;
    return this;
  }

  public RecipeBuilder schedule(LearningRateSchedule value) {
    schedule = value;
    return this;
  }

  public RecipeBuilder epochs(int value) {
    epochs = value;
    return this;
  }

  public RecipeBuilder batchSize(int value) {
    batchSize = value;
    return this;
  }

  public RecipeBuilder shuffle(boolean value) {
    shuffle = value;
    return this;
  }

  public RecipeBuilder seed(long value) {
    seed = value;
    return this;
  }

  public RecipeBuilder validation(int value) {
    validation = value;
    return this;
  }

  public Recipe build() {
    return new Recipe(
        dataset,
        network,
        new Initializer.He(),
        labelSmoothing,
        new OptimizerSpec.SgdSpec(learningRate, 0, false, 0),
        schedule,
        null,
        null,
        null,
        null,
        null,
        epochs,
        batchSize,
        shuffle,
        seed,
        validation);
  }
}
