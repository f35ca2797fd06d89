package glassbox.cli;

import glassbox.data.Augmentation;
import glassbox.data.ImageDataset;
import glassbox.format.ModelFile.Model;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.Evaluator;
import glassbox.training.TestTimeAugmentation;

/**
 * Asks networks about a test set.
 *
 * @param augmentations changed versions of each image; 0 for none
 */
record Examiner(ImageDataset data, int augmentations, Compute compute) {
  /**
   * What a network answers.
   *
   * @param where what to call it when it does not fit
   */
  Answer answer(Model model, String where) throws BadInputException {
    requireFit(model, where);
    Evaluator evaluator = new Evaluator(model.network(), compute);
    Matrix plain = evaluator.probabilities(data.test());
    return new Answer(plain, augmentations == 0 ? null : augmented(model, where, evaluator));
  }

  private Answer.Augmented augmented(Model model, String where, Evaluator evaluator)
      throws BadInputException {
    Augmentation augmentation = model.recipe().augmentation();
    try {
      if (augmentation == null) {
        throw new IllegalArgumentException(
            "expected a network trained with augmentation, got one trained without");
      }
      return new Answer.Augmented(
          new TestTimeAugmentation(augmentation, augmentations, model.recipe().seed())
              .probabilities(evaluator, data.test()),
          augmentations);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot evaluate with augmentation", where, String.valueOf(e.getMessage()));
    }
  }

  private void requireFit(Model model, String where) throws BadInputException {
    int pixels = data.pixelsPerImage();
    if (model.network().inputs() != pixels || model.network().outputs() != data.classes()) {
      throw new BadInputException(
          "cannot evaluate the model",
          where,
          "expected a network from %d pixels to %d classes for %s, got one from %d to %d"
              .formatted(
                  pixels,
                  data.classes(),
                  data.name(),
                  model.network().inputs(),
                  model.network().outputs()));
    }
  }
}
