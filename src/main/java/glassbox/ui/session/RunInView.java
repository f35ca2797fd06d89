package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The run that is looked at, which step of it, and the answers of that step. */
final class RunInView {
  private final SessionModel model;
  private final RunList runs;
  private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Predictions> predictions =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final Playhead playhead;

  /**
   * No run yet.
   *
   * @param analysis makes the network of a step again
   */
  RunInView(SessionModel model, RunList runs, Executor analysis) {
    this.model = model;
    this.runs = runs;
    playhead = new Playhead(analysis, this::show);
  }

  /** Turns to a data set: runs of another one cannot be compared and leave the charts. */
  void enter(ImageDataset data) {
    if (model.dataset() != data) {
      runs.hide(other -> true);
      model.setDataset(data);
    }
  }

  /** Looks at the newest step of a run, or at none. */
  void look(@Nullable Run at) {
    show(null);
    run.set(at);
    playhead.lookAt(at);
  }

  /** Whether the newest step of this run is looked at. */
  boolean isLive(Run of) {
    return run.get() == of && playhead.isLive();
  }

  /** A network that has come to nothing has no answers. */
  private void show(@Nullable Snapshot newest) {
    if (newest == null || !Double.isFinite(newest.test().evaluation().loss())) {
      snapshot.set(null);
      predictions.set(null);
    } else {
      snapshot.set(newest);
      predictions.set(newest.test());
    }
  }

  /** Shows what a run answers at its newest step, if that is looked at. */
  void showLive(Run of, @Nullable Snapshot newest) {
    if (isLive(of)) {
      playhead.answered();
      show(newest);
    }
  }

  /**
   * The images of a part: of the run, or where there is none of the next one; null without data.
   */
  @Nullable ImageSet images(Part part) {
    Run at = run.get();
    ImageDataset data = model.dataset();
    if (at != null) {
      return part.of(at);
    }
    if (data == null) {
      return null;
    }
    int validation = model.recipe().validation();
    return part.of(data, Math.min(validation, data.train().count() - 1));
  }

  Playhead playhead() {
    return playhead;
  }

  ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Predictions> predictionsProperty() {
    return predictions.getReadOnlyProperty();
  }
}
