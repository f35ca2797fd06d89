package glassbox.ui.data;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.ui.session.Part;
import glassbox.ui.session.Selection;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The images of the part that is looked at, with their names and their places. */
final class PartImages {
  private final TrainingSession session;

  PartImages(TrainingSession session) {
    this.session = session;
  }

  TrainingSession session() {
    return session;
  }

  Part part() {
    return session.partProperty().get();
  }

  @Nullable ImageSet images() {
    return session.imagesOf(part());
  }

  /** The image that is picked out in any pane; NONE where it is none of these. */
  int chosen() {
    ImageSet images = images();
    int image = session.selection().image();
    return images != null && image < images.count() ? image : Selection.NONE;
  }

  /** The name of a class; its number where there is none. */
  String className(int label) {
    ImageDataset data = session.datasetProperty().get();
    return data != null && label < data.classes()
        ? data.classNames().get(label)
        : Integer.toString(label);
  }

  /** "training #1,234". */
  String name(int image) {
    return Words.of("data.image", part().word(), image);
  }

  /** The images of a class, or all of them. */
  static int[] ofClass(ImageSet images, int label) {
    return IntStream.range(0, images.count())
        .filter(i -> label < 0 || images.label(i) == label)
        .toArray();
  }

  /** Looks at an image of the training set as it stands in its file. */
  void chooseTraining(int index) {
    ImageSet learned = session.imagesOf(Part.TRAINING);
    if (learned != null) {
      boolean isLearned = index < learned.count();
      choose(
          isLearned ? Part.TRAINING : Part.VALIDATION, isLearned ? index : index - learned.count());
    }
  }

  /** Looks at an image of a part. */
  void choose(Part part, int image) {
    session.partProperty().set(part);
    session.selection().choose(image);
  }
}
