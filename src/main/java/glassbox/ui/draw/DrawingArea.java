package glassbox.ui.draw;

import glassbox.data.Picture;
import glassbox.ui.controls.ScreenPixels;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.words.Words;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * What one draws on, with mouse, pen or finger: as large as there is room, every pixel of an image
 * a square of whole size. The second button erases.
 */
final class DrawingArea extends Region {
  private final DrawModel model;
  private final ImageView view = new ImageView();
  private final Label hint = new Label(Words.of("draw.area.hint"));
  private WritableImage image = new WritableImage(1, 1);

  DrawingArea(DrawModel model) {
    this.model = model;
    setId("drawing-area");
    getStyleClass().add("drawing-area");
    setFocusTraversable(true);
    setAccessibleText(Words.of("draw.area"));
    view.setAccessibleRole(AccessibleRole.NODE); // the area speaks for it
    hint.getStyleClass().add("drawing-hint");
    hint.setMouseTransparent(true);
    hint.setWrapText(true);
    hint.visibleProperty().bind(model.emptyProperty());
    getChildren().addAll(view, hint);
    setMinSize(140, 140);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    WhileShown.listen(this, model.changesProperty(), this::redraw);
    redraw();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    model.press(shareX(event), shareY(event), erases(event));
    event.consume();
  }

  private void dragged(MouseEvent event) {
    model.drag(shareX(event), shareY(event), erases(event));
    event.consume();
  }

  private static boolean erases(MouseEvent event) {
    return event.getButton() == MouseButton.SECONDARY;
  }

  private double shareX(MouseEvent event) {
    return (event.getX() - view.getLayoutX()) / view.getFitWidth();
  }

  private double shareY(MouseEvent event) {
    return (event.getY() - view.getLayoutY()) / view.getFitHeight();
  }

  private void redraw() {
    Picture picture = model.picture();
    if (image.getWidth() != picture.width() || image.getHeight() != picture.height()) {
      image = new WritableImage(picture.width(), picture.height());
      view.setImage(image);
      requestLayout();
    }
    int[] colours = new int[picture.gray().length];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = 0xff000000 | (picture.gray()[i] & 0xff) * 0x010101;
    }
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            colours,
            0,
            picture.width());
  }

  @Override
  protected void layoutChildren() {
    int height = model.preparationProperty().get().framing().height();
    int width = model.preparationProperty().get().framing().width();
    double perPoint = ScreenPixels.perPoint(this);
    double room = Math.min(getWidth() / width, getHeight() / height);
    double multiple = room * perPoint >= 1 ? Math.floor(room * perPoint) / perPoint : room;
    view.setFitWidth(width * multiple);
    view.setFitHeight(height * multiple);
    view.relocate(
        Math.floor((getWidth() - view.getFitWidth()) / 2),
        Math.floor((getHeight() - view.getFitHeight()) / 2));
    double wide = Math.min(180, view.getFitWidth() - 16);
    double high = hint.prefHeight(wide);
    hint.resizeRelocate((getWidth() - wide) / 2, (getHeight() - high) / 2, wide, high);
  }
}
