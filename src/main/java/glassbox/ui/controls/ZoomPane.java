package glassbox.ui.controls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows its content larger or smaller: texts, controls, pictures and all. */
public final class ZoomPane extends Region {
  private final Region content;
  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private final Scale scale = new Scale(1, 1, 0, 0);

  /** A pane that fills itself with a content. */
  public ZoomPane(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
    zoom.addListener((property, before, now) -> {
      scale.setX(now.doubleValue());
      scale.setY(now.doubleValue());
      requestLayout();
    });
  }

  /** How many times as large as it was made; 1 at first. */
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / zoom.get(), getHeight() / zoom.get());
  }
}
