package glassbox.ui.session;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.OwnImages;
import glassbox.data.OwnImages.OwnImage;
import glassbox.data.Picture;
import glassbox.format.FileGroup;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.training.Evaluator;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Drawings that are kept with a label, one collection for each data set whose images they are like:
 * a folder that is a data set itself. Every change is written at once, all files or none.
 */
public final class OwnDrawings {
  private final SessionModel model;
  private final RunInView view;
  private final Undo undo;
  private final ExecutorService thread;
  private final Path parent;
  private final AtomicLong newest = new AtomicLong();
  private final ReadOnlyObjectWrapper<@Nullable OwnImages> kept = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Score> score = new ReadOnlyObjectWrapper<>(Score.NONE);

  /**
   * What the network of the step that is looked at answers to the drawings that are kept.
   *
   * @param answers a class for each of them, in their order
   * @param correct how many of the answers are right
   */
  public record Score(List<Integer> answers, int correct) {
    static final Score NONE = new Score(List.of(), 0);
  }

  /**
   * Reads what is kept for the present data set, and for each that comes after it.
   *
   * @param parent where the collections are
   */
  OwnDrawings(SessionModel model, RunInView view, Undo undo, ExecutorService thread, Path parent) {
    this.model = model;
    this.view = view;
    this.undo = undo;
    this.thread = thread;
    this.parent = parent;
    view.snapshotProperty().addListener(property -> evaluate());
    kept.addListener(property -> evaluate());
    model.datasetProperty().addListener((property, before, now) -> read(now));
    read(model.dataset());
  }

  private void read(@Nullable ImageDataset data) {
    kept.set(null);
    if (data == null) {
      return;
    }
    Path folder = folder(data);
    run(
        () -> {
          FileGroup.finish(folder);
          return OwnImages.read(
              folder, data.train().height(), data.train().width(), data.classNames());
        },
        found -> {
          if (model.dataset() == data) {
            kept.set(found);
          }
        });
  }

  /** Named like the data set, or, for the drawings themselves, the same. */
  private Path folder(ImageDataset data) {
    String title = Datasets.title(data.name()).replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return parent.resolve(title);
  }

  /** Where those for the present data set are; null without one. */
  public @Nullable Path folder() {
    ImageDataset data = model.dataset();
    return data == null ? null : folder(data);
  }

  /** Keeps a drawing as it is given to the network. */
  public void keep(Picture image, int label) {
    OwnImages now = kept.get();
    if (now != null && image.height() == now.height() && image.width() == now.width()) {
      OwnImage added = new OwnImage(image.gray(), label, now.nextIsTest(label));
      insert(now.images().size(), added);
      undo.did(new Object(), () -> take(added), () -> insert(now.images().size(), added));
    }
  }

  /** Deletes one; Ctrl+Z brings it back. */
  public void delete(OwnImage image) {
    OwnImages now = kept.get();
    int at = now == null ? -1 : now.images().indexOf(image);
    if (at >= 0) {
      take(image);
      undo.did(new Object(), () -> insert(at, image), () -> take(image));
    }
  }

  private void insert(int at, OwnImage image) {
    OwnImages now = kept.get();
    if (now != null && image.pixels().length == now.height() * now.width()) {
      write(now.with(Math.min(at, now.images().size()), image));
    }
  }

  private void take(OwnImage image) {
    OwnImages now = kept.get();
    if (now != null) {
      write(now.without(image));
    }
  }

  /** Where that fails, what is in the files counts. */
  private void write(OwnImages changed) {
    ImageDataset data = model.dataset();
    if (data == null || thread.isShutdown()) {
      return;
    }
    kept.set(changed);
    Path folder = folder(data);
    Callable<OwnImages> writing =
        () -> {
          FileGroup.replace(folder, changed.files());
          return changed;
        };
    thread.execute(
        Background.task(
            writing,
            written -> {},
            problem -> {
              model.refuse(Words.of("session.drawings.notKept", problem));
              read(model.dataset());
            }));
  }

  private void evaluate() {
    OwnImages images = kept.get();
    Snapshot moment = view.snapshotProperty().get();
    long ticket = newest.incrementAndGet();
    if (images == null || images.images().isEmpty() || moment == null) {
      score.set(Score.NONE);
    } else if (moment.network().inputs() == images.height() * images.width()) {
      Callable<Score> scoring = () -> newest.get() == ticket ? score(images, moment) : Score.NONE;
      run(
          scoring,
          found -> {
            if (newest.get() == ticket) {
              score.set(found);
            }
          });
    }
  }

  private static Score score(OwnImages images, Snapshot moment) {
    Matrix probabilities =
        new Evaluator(moment.network(), Compute.single()).probabilities(images.all());
    List<Integer> answers = new ArrayList<>();
    int classes = probabilities.columns();
    for (int i = 0; i < images.images().size(); i++) {
      answers.add(SoftmaxCrossEntropy.argMax(probabilities.values(), i * classes, classes));
    }
    int correct =
        (int)
            IntStream.range(0, answers.size())
                .filter(i -> answers.get(i) == images.images().get(i).label())
                .count();
    return new Score(answers, correct);
  }

  private <T> void run(Callable<T> work, Consumer<T> use) {
    if (!thread.isShutdown()) {
      thread.execute(Background.task(work, use, model::refuse));
    }
  }

  /** What is kept for the present data set; null while that is not known. */
  public ReadOnlyObjectProperty<@Nullable OwnImages> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** How the network does on them. */
  public ReadOnlyObjectProperty<Score> scoreProperty() {
    return score.getReadOnlyProperty();
  }
}
