package glassbox.cli;

import com.google.gson.JsonObject;
import glassbox.data.ImageDataset;
import glassbox.format.RunSummary;
import glassbox.linalg.Matrix;
import glassbox.training.Evaluation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a network answers to the test set.
 *
 * @param plain probabilities [N x C] of the images as they are
 * @param augmented the mean with changed versions of them; null where none were asked for
 */
record Answer(Matrix plain, @Nullable Augmented augmented) {
  /** The mean over an image as it is and so many changed versions of it. */
  record Augmented(Matrix probabilities, int versions) {}

  /** The figures; those with augmentation under a key of their own. */
  JsonObject json(ImageDataset data) {
    JsonObject json = RunSummary.tree(Evaluation.of(plain, data.test()));
    if (augmented != null) {
      JsonObject own = RunSummary.tree(Evaluation.of(augmented.probabilities(), data.test()));
      own.addProperty("augmentations", augmented.versions());
      json.add("testTimeAugmentation", own);
    }
    return json;
  }

  /** The figures in words, each beginning with a name that may be empty. */
  String words(String name, ImageDataset data) {
    String line = line(name, Evaluation.of(plain, data.test()));
    return augmented == null
        ? line
        : line
            + System.lineSeparator()
            + line(
                name + "with %d augmentations: ".formatted(augmented.versions()),
                Evaluation.of(augmented.probabilities(), data.test()));
  }

  private static String line(String name, Evaluation evaluation) {
    return String.format(
        Locale.ROOT,
        "%s%,d images · accuracy %.2f %% · loss %.4f",
        name,
        evaluation.images(),
        100 * evaluation.accuracy(),
        evaluation.loss());
  }
}
