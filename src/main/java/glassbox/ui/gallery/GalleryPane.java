package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.ui.controls.Overlay;
import glassbox.ui.session.Part;
import glassbox.ui.session.TrainingSession;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Correct and incorrect test images side by side; a click makes one large. */
public final class GalleryPane extends HBox {
  private final TrainingSession session;
  private final Supplier<Overlay> overlay;

  /**
   * A gallery of the session's newest answers.
   *
   * @param overlay where an image is shown large
   */
  public GalleryPane(TrainingSession session, Supplier<Overlay> overlay) {
    this.session = session;
    this.overlay = overlay;
    getStyleClass().add("pane-row");
    for (boolean correct : new boolean[] {true, false}) {
      GalleryHalf half = new GalleryHalf(correct, this::enlarge);
      HBox.setHgrow(half.card(), Priority.ALWAYS);
      getChildren().add(half.card());
      session.undo().watch(half.orderProperty());
      session
          .predictionsProperty()
          .addListener((property, before, now) -> half.show(now, classNames()));
    }
  }

  private List<String> classNames() {
    ImageDataset dataset = session.datasetProperty().get();
    return dataset == null ? List.of("0") : dataset.classNames();
  }

  private void enlarge(int image) {
    Predictions predictions = session.predictionsProperty().get();
    if (predictions != null) {
      if (session.partProperty().get() == Part.TEST) {
        session.selection().choose(image);
      }
      Overlay above = overlay.get();
      above.show(new EnlargedImage(predictions, image, classNames(), above::close));
    }
  }
}
