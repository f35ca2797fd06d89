package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.optim.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepStackTest {
  @Test
  void aNetworkOfTwelveDenseLayersLearns() {
    ImageDataset data = SyntheticData.patterns(5, 6, 300, 100);
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      layers.addAll(List.of("dense 20", "batchnorm", "relu"));
    }
    layers.add("dense 5");
    Recipe recipe =
        new RecipeBuilder()
            .network(layers.toArray(String[]::new))
            .epochs(20)
            .build()
            .with(draft ->
                draft.optimizer = new OptimizerSpec.AdamSpec(0.01, 0.9, 0.999, 1e-8, 0, false));
    Trainer trainer = new Trainer(recipe, data, Compute.of("plain", 1));
    while (!trainer.isFinished()) {
      trainer.step();
    }
    double accuracy = trainer.test().accuracy();
    assertTrue(accuracy > 0.9, "accuracy " + accuracy + ", chance is 0.2");
  }
}
