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
    Fit.require("cannot evaluate the model", model, data, where);
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
}
