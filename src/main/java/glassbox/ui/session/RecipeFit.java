package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.nn.LayerSpec;
import glassbox.training.Recipe;
import java.util.ArrayList;
import java.util.List;

/** Makes a recipe fit another data set: its name, its classes, its size. */
final class RecipeFit {
  private RecipeFit() {}

  /** The recipe with as many outputs as there are classes, and images left to learn. */
  static Recipe fit(Recipe recipe, ImageDataset data) {
    List<LayerSpec> network = new ArrayList<>(recipe.hidden());
    network.add(new LayerSpec.DenseSpec(data.classes()));
    int images = data.train().count();
    Recipe fitted = recipe.withDataset(data.name()).withNetwork(network);
    return recipe.validation() < images ? fitted : fitted.withValidation(images / 10);
  }
}
