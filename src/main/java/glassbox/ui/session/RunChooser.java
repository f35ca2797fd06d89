package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.training.Recipe;
import glassbox.ui.words.Words;

/** Brings a run into view, or onto the charts, that the user has chosen from the list. */
final class RunChooser {
  private final SessionModel model;
  private final RunOpener opener;
  private final RunInHand inHand;
  private final RunInView view;
  private final NextRecipe recipe;
  private final Undo undo;

  RunChooser(
      SessionModel model,
      RunOpener opener,
      RunInHand inHand,
      RunInView view,
      NextRecipe recipe,
      Undo undo) {
    this.model = model;
    this.opener = opener;
    this.inHand = inHand;
    this.view = view;
    this.recipe = recipe;
    this.undo = undo;
  }

  /** Looks at a run from its end; one of another day is opened first. */
  void show(Run other) {
    opener.open(other, () -> showOpen(other));
  }

  private void showOpen(Run other) {
    Run held = inHand.run();
    if (held != null && !isSame(held.data(), other.data())) {
      model.refuse(Words.of("session.run.stopFirst", other.name()));
      return;
    }
    view.enter(other.data());
    other.shownProperty().set(true);
    view.look(other);
    view.playhead().showEnd();
    if (inHand.isEmpty()) {
      if (!other.isEnsemble()) { // nobody would train several networks side by side
        useRecipe(other.plan().last());
      }
      if (!model.isReading()) {
        model.setState(State.FINISHED);
      }
    }
  }

  /** Whether these are the same images, though they may have been read twice. */
  private static boolean isSame(ImageDataset one, ImageDataset other) {
    return one == other
        || one.name().equals(other.name()) && one.checksum().equals(other.checksum());
  }

  /** The next run is to be like the one that is looked at. */
  private void useRecipe(Recipe after) {
    Recipe before = model.recipe();
    model.setRecipe(after);
    if (!after.equals(before)) {
      undo.did(new Object(), () -> recipe.set(before), () -> recipe.set(after));
    }
  }
}
