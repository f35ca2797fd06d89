package glassbox.ui.session;

import glassbox.data.Picture;
import glassbox.data.Preparation.Stage;
import glassbox.nn.SoftmaxCrossEntropy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the network of one step answers to a drawing, at each stage of its preparation.
 *
 * @param moment whose network answers; null where there is none yet
 * @param stages in their order; the last is what counts
 * @param near training images that the network sees alike; null where they are not known yet
 */
public record DrawnAnswer(
    Drawn drawn, @Nullable Snapshot moment, List<Staged> stages, @Nullable NearTraining near) {
  /**
   * A picture on its way to the network.
   *
   * @param picture as it is after the stage
   * @param given what the network is given of it, in the size of its images
   * @param probabilities one for each of the C classes; empty where there is no network yet
   */
  public record Staged(Stage stage, Picture picture, Picture given, float[] probabilities) {
    public boolean isAnswered() {
      return probabilities.length > 0;
    }

    /** The class with the largest probability. */
    public int answer() {
      return SoftmaxCrossEntropy.argMax(probabilities, 0, probabilities.length);
    }

    /** That probability. */
    public float confidence() {
      return probabilities[answer()];
    }
  }

  /** Whether it is an answer of a network with no more than so many classes. */
  public boolean fits(int classes) {
    return last().probabilities().length <= classes;
  }

  /** After the last stage. */
  public Staged last() {
    return stages.getLast();
  }
}
