package glassbox.ui.session;

import glassbox.data.Framing;
import glassbox.data.ImageDataset;
import glassbox.data.Picture;
import glassbox.data.PictureFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the network of the step that is looked at takes a drawing for. Answered on a thread of its
 * own, because there is one to be given at every move of a hand; the newest drawing wins.
 */
public final class DrawnAnswers {
  private final SessionModel model;
  private final RunInView view;
  private final ExecutorService thread;
  private final NeighbourIndex index;
  private final ReadOnlyObjectWrapper<@Nullable DrawnAnswer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Framing> framing = new ReadOnlyObjectWrapper<>();
  private @Nullable Drawn asked;
  private boolean underWay;
  private boolean stale;
  private StageAnswers answers = new StageAnswers(null); // of the answering thread

  /** Nothing is drawn yet. */
  DrawnAnswers(SessionModel model, RunInView view, SessionThreads threads) {
    this.model = model;
    this.view = view;
    thread = threads.drawing();
    index = new NeighbourIndex(threads.neighbours(), model::state, this::refresh);
    view.snapshotProperty().addListener(property -> refresh());
    model.stateProperty().addListener(property -> refresh());
    model.datasetProperty().addListener((property, before, now) -> look(now));
  }

  /** Looks how the images of a data set are framed. */
  private void look(@Nullable ImageDataset data) {
    framing.set(null);
    if (data != null) {
      run(
          () -> Framing.of(data.train()),
          found -> {
            if (model.dataset() == data) {
              framing.set(found);
            }
          });
    }
  }

  /** Asks about a drawing, in the place of the one before; null for none. */
  public void ask(@Nullable Drawn drawn) {
    asked = drawn;
    refresh();
  }

  /** One question is under way at a time; the next one is the newest when that is answered. */
  private void refresh() {
    stale = true;
    if (asked == null) {
      answer.set(null);
      index.cancel();
    } else if (!underWay) {
      askNewest(asked);
    }
  }

  private void askNewest(Drawn drawn) {
    Snapshot moment = view.snapshotProperty().get();
    index.want(moment);
    underWay = true;
    stale = false;
    run(() -> answer(drawn, moment), this::answered, this::notAnswered);
  }

  private void notAnswered(String why) {
    underWay = false;
    model.refuse(why);
  }

  private void answered(DrawnAnswer given) {
    underWay = false;
    if (asked != null) {
      answer.set(given);
    }
    if (stale) {
      refresh();
    }
  }

  private DrawnAnswer answer(Drawn drawn, @Nullable Snapshot moment) {
    if (answers.moment() != moment) {
      answers = new StageAnswers(moment);
    }
    var stages = answers.answer(drawn);
    Picture given = stages.getLast().given();
    NearTraining near = moment == null ? null : StageAnswers.near(index.get(), given);
    return new DrawnAnswer(drawn, moment, stages, near);
  }

  /**
   * Reads a picture or photo in the background and brings it to the size of the drawing area; where
   * it cannot be read the user is told.
   */
  public void open(Path file, int height, int width, Consumer<Picture> use) {
    run(() -> PictureFile.read(file).fitted(height, width), use);
  }

  /** The same with a picture that is there already. */
  public void open(Picture picture, int height, int width, Consumer<Picture> use) {
    run(() -> picture.fitted(height, width), use);
  }

  private <T> void run(Callable<T> work, Consumer<T> use) {
    run(work, use, model::refuse);
  }

  private <T> void run(Callable<T> work, Consumer<T> use, Consumer<String> problem) {
    if (!thread.isShutdown()) {
      thread.execute(Background.task(work, use, problem));
    }
  }

  /** Gives up what is under way. */
  void end() {
    asked = null;
    index.cancel();
  }

  /**
   * The answer to the newest drawing, of the step that is looked at; null where nothing is drawn.
   */
  public ReadOnlyObjectProperty<@Nullable DrawnAnswer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** How the images of the data set are framed; null while that is not known. */
  public ReadOnlyObjectProperty<@Nullable Framing> framingProperty() {
    return framing.getReadOnlyProperty();
  }
}
