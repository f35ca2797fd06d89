package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.format.RecipeJson;
import glassbox.training.Recipe;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The recipe of the next run, and of the one in hand from its next step on. */
final class NextRecipe {
  private final SessionModel model;
  private final RunInHand inHand;
  private final PaceChoice pace;
  private final Background background;

  NextRecipe(SessionModel model, RunInHand inHand, PaceChoice pace, Background background) {
    this.model = model;
    this.inHand = inHand;
    this.pace = pace;
    this.background = background;
  }

  /** Sets it, or refuses in words what cannot change within the run in hand. */
  void set(Recipe next) {
    model.dismissNotice();
    try {
      inHand.change(next);
      model.setRecipe(next);
      pace.suitNextRun();
    } catch (IllegalArgumentException e) {
      model.refuse(Failures.of(e));
    }
  }

  /** Whether a recipe leaves images of the present data set to learn. */
  boolean fits(Recipe other) {
    ImageDataset data = model.dataset();
    return data == null || other.validation() < data.train().count();
  }

  void open(Path file, Consumer<Recipe> use) {
    background.run(() -> RecipeJson.read(file), use);
  }

  void save(Path file) {
    Recipe now = model.recipe();
    background.run(
        () -> {
          RecipeJson.save(file, now);
          return file;
        },
        saved -> model.tell(Notice.info(Words.of("session.saved.recipe", saved))));
  }
}
