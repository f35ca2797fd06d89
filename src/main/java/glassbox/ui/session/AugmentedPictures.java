package glassbox.ui.session;

import glassbox.data.Augmentation;
import glassbox.data.Augmenter;
import glassbox.data.ImageSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Changed versions of one image, as a training step would see them, made in the background. While
 * some are made only the newest question waits. For the JavaFX thread.
 */
public final class AugmentedPictures {
  private final ExecutorService thread;
  private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
  private boolean busy;
  private @Nullable Question waiting;

  /**
   * What is to be changed and how.
   *
   * @param image its number among the images
   * @param strength by what the strengths are multiplied, in [0, 1]
   * @param draw other numbers give other versions
   * @param count how many versions
   */
  public record Question(
      ImageSet images,
      int image,
      Augmentation augmentation,
      double strength,
      long draw,
      int count) {}

  /**
   * The versions.
   *
   * @param pictures unsigned bytes, row by row; empty where there is a problem
   * @param problem why the image cannot be changed like this; empty for none
   */
  public record Result(Question question, List<byte[]> pictures, String problem) {}

  AugmentedPictures(ExecutorService thread) {
    this.thread = thread;
  }

  /** Asks for versions of an image; the answer is in {@link #resultProperty} soon. */
  public void ask(Question question) {
    if (busy) {
      waiting = question;
    } else if (!thread.isShutdown()) {
      busy = true;
      thread.execute(
          Background.task(
              () -> answer(question),
              this::answered,
              problem -> answered(new Result(question, List.of(), problem))));
    }
  }

  private void answered(Result newest) {
    busy = false;
    result.set(newest);
    Question next = waiting;
    waiting = null;
    if (next != null) {
      ask(next);
    }
  }

  private static Result answer(Question question) {
    ImageSet one = question.images().slice(question.image(), question.image() + 1);
    Augmenter augmenter = new Augmenter(question.augmentation(), one, question.draw(), "preview");
    List<byte[]> pictures = new ArrayList<>();
    for (int i = 0; i < question.count(); i++) {
      pictures.add(bytes(augmenter.picture(0, i, question.strength())));
    }
    return new Result(question, pictures, "");
  }

  private static byte[] bytes(float[] shares) {
    byte[] bytes = new byte[shares.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * shares[i]);
    }
    return bytes;
  }

  /** The newest versions, null before the first question. */
  public ReadOnlyObjectProperty<@Nullable Result> resultProperty() {
    return result.getReadOnlyProperty();
  }
}
