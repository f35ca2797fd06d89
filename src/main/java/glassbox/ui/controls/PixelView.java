package glassbox.ui.controls;

import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/**
 * A gray picture as crisp as the screen can show it: each of its pixels is a square of whole size
 * on the screen, also where the interface is enlarged by a broken number.
 */
public final class PixelView extends ImageView {
  private record Gray(byte[] pixels, int height, int width, boolean isFilling) {}

  private double room;
  private @Nullable Gray shown;

  /**
   * An empty view.
   *
   * @param room points that the longer side may have; more only where even one pixel of the screen
   *     for each is more
   */
  public PixelView(double room) {
    this.room = room;
    sceneProperty().addListener(property -> fit());
  }

  /** Shows a picture: 0 black to 255 white, row by row. */
  public void show(byte[] pixels, int height, int width) {
    show(new Gray(pixels, height, width, false));
  }

  /** Shows a large picture smoothly, so that it fills the room. */
  public void fill(byte[] pixels, int height, int width) {
    show(new Gray(pixels, height, width, true));
  }

  private void show(Gray gray) {
    shown = gray;
    fit();
  }

  /** Shows nothing. */
  public void clear() {
    shown = null;
    setImage(null);
  }

  /** The same picture in more or less room. */
  public void setRoom(double points) {
    if (points != room) {
      room = points;
      fit();
    }
  }

  /** Takes the size that suits the screen and the zoom as they are now. */
  void fit() {
    Gray gray = shown;
    if (gray != null && gray.isFilling()) {
      double longer = Math.max(gray.height(), gray.width());
      picture(gray, 1, room / longer);
    } else if (gray != null) {
      double perPoint = ScreenPixels.perPoint(this);
      int multiple = ScreenPixels.multiple(gray.height(), gray.width(), room, perPoint);
      picture(gray, multiple, multiple / perPoint);
    }
  }

  private void picture(Gray gray, int multiple, double points) {
    setSmooth(gray.isFilling());
    setImage(GrayImages.enlarged(gray.pixels(), gray.height(), gray.width(), multiple));
    setFitWidth(gray.width() * points);
    setFitHeight(gray.height() * points);
  }
}
