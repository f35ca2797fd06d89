package glassbox.training;

import glassbox.data.Augmentation;
import glassbox.data.Augmenter;
import glassbox.data.Batches;
import glassbox.data.ImageSet;
import org.jspecify.annotations.Nullable;

/** The images that a run learns, and how it cuts and changes them by its recipe of the moment. */
final class TrainingImages {
  private final ImageSet images;
  private @Nullable Augmenter augmenter; // kept, because its elastic fields take 10 ms to make
  private long augmenterSeed;

  TrainingImages(ImageSet images) {
    this.images = images;
  }

  /** The batches of a recipe; those of an earlier one must not be used any more. */
  Batches batches(Recipe recipe) {
    Batches batches = new Batches(images, recipe.batchSize(), recipe.shuffle(), recipe.seed());
    Augmentation augmentation = recipe.augmentation();
    return augmentation == null
        ? batches
        : batches.augmentedBy(augmenter(augmentation, recipe.seed()), recipe.epochs());
  }

  private Augmenter augmenter(Augmentation augmentation, long seed) {
    Augmenter kept = augmenter;
    if (kept == null || augmenterSeed != seed || !kept.augmentation().equals(augmentation)) {
      kept = new Augmenter(augmentation, images, seed, "augmentation");
      augmenter = kept;
      augmenterSeed = seed;
    }
    return kept;
  }
}
