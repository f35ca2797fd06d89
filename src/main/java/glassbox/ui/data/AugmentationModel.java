package glassbox.ui.data;

import glassbox.data.Augmentation;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.AugmentedPictures.Question;
import glassbox.ui.session.Part;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * How images are changed while they are learned: what is being tried out, what the recipe has, and
 * the image that it is shown on.
 */
final class AugmentationModel {
  /** Versions that are shown. */
  static final int VERSIONS = 24;

  private final PartImages part;
  private final TrainingSession session;
  private final ObjectProperty<Augmentation> tried = new SimpleObjectProperty<>(Augmentation.NONE);
  private final BooleanProperty on = new SimpleBooleanProperty();
  private final BooleanProperty weak = new SimpleBooleanProperty();
  private long draw;

  AugmentationModel(PartImages part) {
    this.part = part;
    session = part.session();
    session.recipeProperty().addListener((property, before, now) -> follow(now));
    follow(session.recipe());
  }

  /** What is switched off keeps its strengths, to be switched on again. */
  private void follow(Recipe recipe) {
    Augmentation of = recipe.augmentation();
    on.set(of != null);
    if (of != null) {
      tried.set(of);
    } else if (tried.get().equals(Augmentation.NONE)) {
      modern().ifPresent(tried::set);
    }
  }

  ObjectProperty<Augmentation> triedProperty() {
    return tried;
  }

  /** Whether the recipe has one. */
  BooleanProperty onProperty() {
    return on;
  }

  /** Whether the versions are those of the last epochs. */
  BooleanProperty weakProperty() {
    return weak;
  }

  /** Shows another strength, on its way. */
  void tryOut(Strength strength, double value) {
    tried.set(strength.set(tried.get(), value));
  }

  /**
   * What is tried out becomes the recipe's; with a run in hand from its next step on.
   *
   * @param source what did it: what the same does in a row is taken back at once
   */
  void commit(Object source) {
    set(tried.get(), source);
  }

  void setOn(boolean wanted) {
    set(wanted ? tried.get() : null, on);
  }

  /** The strengths of the preset modern for these data. */
  void likeModern() {
    modern()
        .ifPresent(of -> {
          tried.set(of);
          set(of, new Object());
        });
  }

  private Optional<Augmentation> modern() {
    return Optional.ofNullable(Presets.named("modern", session.recipe().dataset()).augmentation());
  }

  private void set(@Nullable Augmentation augmentation, Object source) {
    Recipe before = session.recipe();
    if (Objects.equals(before.augmentation(), augmentation)) {
      return;
    }
    Recipe after = before.withAugmentation(augmentation);
    session.setRecipe(after);
    if (session.recipe().equals(after)) {
      session
          .undo()
          .did(source, () -> restore(before.augmentation()), () -> restore(after.augmentation()));
    } else {
      follow(session.recipe()); // a run in hand has refused it
    }
  }

  private void restore(@Nullable Augmentation augmentation) {
    session.setRecipe(session.recipe().withAugmentation(augmentation));
  }

  /** The side of the images; 1 without data. */
  int side() {
    ImageDataset data = session.datasetProperty().get();
    return data == null ? 1 : data.train().width();
  }

  /** Why these images cannot be changed; empty where they can. */
  String obstacle() {
    ImageDataset data = session.datasetProperty().get();
    if (data == null) {
      return Words.of("data.missing");
    }
    return data.train().height() == data.train().width()
        ? ""
        : Words.of("data.augment.square", data.train().width(), data.train().height());
  }

  @Nullable ImageSet images() {
    return part.images();
  }

  /** The image that is picked out, or the first. */
  int image() {
    return Math.max(0, part.chosen());
  }

  String imageName() {
    return part.name(image());
  }

  /** Picks out any image that is learned. */
  void anotherImage() {
    ImageSet learned = session.imagesOf(Part.TRAINING);
    if (learned != null && learned.count() > 0) {
      part.choose(Part.TRAINING, RandomGenerator.getDefault().nextInt(learned.count()));
    }
  }

  void newDraw() {
    draw++;
    ask();
  }

  /** Asks for the versions of the image as it is now. */
  void ask() {
    ImageSet images = images();
    if (images == null || images.count() == 0 || !obstacle().isEmpty()) {
      return;
    }
    Augmentation of = tried.get();
    double strength = weak.get() ? of.weakStrength() : 1;
    session.augmentedPictures().ask(new Question(images, image(), of, strength, draw, VERSIONS));
  }
}
