package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.training.History;
import glassbox.training.Recipe;

/** A run as panes see it: what it is, and the history that grows while it trains. */
public record Run(
    Recipe recipe, ImageDataset dataset, History history, long totalSteps, int stepsPerEpoch) {
  /** How many images the run has learned, counting each epoch's anew. */
  public long imagesLearned() {
    int perEpoch = dataset.train().count() - recipe.validation();
    long steps = history.size();
    return steps / stepsPerEpoch * perEpoch
        + Math.min(perEpoch, steps % stepsPerEpoch * recipe.batchSize());
  }
}
