package glassbox.ui.session;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;

/** Reads data sets and turns the session to them. */
final class DatasetReader {
  private final SessionModel model;
  private final RunInHand inHand;
  private final RunInView view;
  private final PaceChoice pace;
  private final Background background;
  private final Undo undo;

  DatasetReader(
      SessionModel model,
      RunInHand inHand,
      RunInView view,
      PaceChoice pace,
      Background background,
      Undo undo) {
    this.model = model;
    this.inHand = inHand;
    this.view = view;
    this.pace = pace;
    this.background = background;
    this.undo = undo;
  }

  /**
   * Reads a data set in the background and makes the recipe fit it. Where it cannot be read, the
   * one before stays. While a run trains or another data set is read, nothing is done.
   */
  void read(String nameOrPath) {
    read(nameOrPath, true);
  }

  private void read(String nameOrPath, boolean byUser) {
    if (model.isRunning() || model.isReading()) {
      return;
    }
    State before = model.dataset() == null ? State.EMPTY : model.state();
    model.setReading(true);
    model.setState(State.LOADING);
    background.runAtOnce(
        () -> Datasets.load(nameOrPath),
        data -> use(data, byUser),
        problem -> notRead(before, problem));
  }

  private void notRead(State before, String problem) {
    model.setReading(false);
    boolean stopped = before == State.PAUSED && inHand.isEmpty();
    model.setState(stopped ? State.FINISHED : before);
    model.refuse(problem);
  }

  private void use(ImageDataset data, boolean byUser) {
    ImageDataset before = model.dataset();
    model.setReading(false);
    inHand.layAside();
    view.enter(data);
    view.look(null);
    model.dismissNotice();
    model.setRecipe(RecipeFit.fit(model.recipe(), data));
    pace.suitNextRun();
    model.setState(State.READY);
    if (byUser && before != null && !before.name().equals(data.name())) {
      undo.did(new Object(), () -> read(before.name(), false), () -> read(data.name(), false));
    }
  }
}
