package glassbox.cli;

import com.google.gson.JsonObject;
import glassbox.data.ImageDataset;
import glassbox.format.RunSummary;
import glassbox.linalg.Matrix;
import glassbox.training.Evaluation;
import glassbox.training.MeanProbabilities;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a network, or several together, answer to the test set.
 *
 * @param plain probabilities [N x C] of the images as they are
 * @param augmented the mean with changed versions of them; null where none were asked for
 */
record Answer(Matrix plain, @Nullable Matrix augmented) {
  /** The mean of several answers. */
  static Answer mean(List<Answer> answers) {
    boolean all = answers.stream().allMatch(answer -> answer.augmented() != null);
    return new Answer(
        mean(answers, Answer::plain), all ? mean(answers, Answer::augmentedOrPlain) : null);
  }

  private Matrix augmentedOrPlain() {
    return augmented == null ? plain : augmented;
  }

  private static Matrix mean(List<Answer> answers, Function<Answer, Matrix> part) {
    MeanProbabilities mean = new MeanProbabilities();
    answers.forEach(answer -> mean.add(part.apply(answer)));
    return mean.mean();
  }

  /** The figures; those with augmentation under a key of their own. */
  JsonObject json(ImageDataset data, int augmentations) {
    JsonObject json = RunSummary.tree(Evaluation.of(plain, data.test()));
    if (augmented != null) {
      JsonObject own = RunSummary.tree(Evaluation.of(augmented, data.test()));
      own.addProperty("augmentations", augmentations);
      json.add("testTimeAugmentation", own);
    }
    return json;
  }

  /** The figures in words, each beginning with a name that may be empty. */
  String words(String name, ImageDataset data, int augmentations) {
    String line = line(name, Evaluation.of(plain, data.test()));
    return augmented == null
        ? line
        : line
            + System.lineSeparator()
            + line(
                name + "with %d augmentations: ".formatted(augmentations),
                Evaluation.of(augmented, data.test()));
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
