package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.ui.controls.Overlay;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.Part;
import glassbox.ui.session.TrainingSession;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Correct and incorrect test images side by side; a click makes one large. */
public final class GalleryPane extends HBox {
  private final TrainingSession session;
  private final List<GalleryHalf> halves;

  /**
   * A gallery of the session's newest answers.
   *
   * @param overlay where an image is shown large
   */
  public GalleryPane(TrainingSession session, Supplier<Overlay> overlay) {
    this.session = session;
    halves = halves(image -> enlarge(image, overlay));
    halves.forEach(half -> session.undo().watch(half.orderProperty()));
  }

  /** A second view of a gallery, in which a click chooses an image. */
  private GalleryPane(GalleryPane first) {
    session = first.session;
    halves = halves(this::choose);
    for (int i = 0; i < halves.size(); i++) {
      halves.get(i).card().withoutActions();
      WhileShown.share(this, halves.get(i).orderProperty(), first.halves.get(i).orderProperty());
    }
  }

  /** A second view of the same images, without controls. */
  public GalleryPane presented() {
    return new GalleryPane(this);
  }

  private List<GalleryHalf> halves(IntConsumer open) {
    List<GalleryHalf> both = List.of(new GalleryHalf(true, open), new GalleryHalf(false, open));
    getStyleClass().add("pane-row");
    for (GalleryHalf half : both) {
      HBox.setHgrow(half.card(), Priority.ALWAYS);
      getChildren().add(half.card());
      WhileShown.listen(
          this,
          session.predictionsProperty(),
          () -> half.show(session.predictionsProperty().get(), classNames()));
    }
    return both;
  }

  private List<String> classNames() {
    ImageDataset dataset = session.datasetProperty().get();
    return dataset == null ? List.of("0") : dataset.classNames();
  }

  private void choose(int image) {
    if (session.partProperty().get() == Part.TEST) {
      session.selection().choose(image);
    }
  }

  private void enlarge(int image, Supplier<Overlay> overlay) {
    Predictions predictions = session.predictionsProperty().get();
    if (predictions != null) {
      choose(image);
      Overlay above = overlay.get();
      above.show(new EnlargedImage(predictions, image, classNames(), above::close));
    }
  }
}
