package glassbox.ui.controls;

import glassbox.ui.words.Words;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Everything in it is larger or smaller by a factor: it is laid out in so much less room and drawn
 * enlarged. Where there is less room than it needs, it scrolls, by bars, by the wheel, and after
 * the keyboard. As the root of a scene it enlarges the menus and tooltips of its window, too.
 */
public final class ZoomPane extends Region {
  private static final double BAR = 14;

  /** To be seen beside what is brought into sight. */
  private static final double AROUND = 8;

  private final Node content;
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
  private final Scale scale = new Scale(1, 1);
  private final ScrollBar across = bar(Orientation.HORIZONTAL, Words.of("controls.scroll.across"));
  private final ScrollBar down = bar(Orientation.VERTICAL, Words.of("controls.scroll.down"));
  private final Runnable laidOut = this::beforeDrawing;
  private boolean toReveal;
  private boolean scrolls;
  private double leastWidth;
  private double leastHeight;
  private double mostHeight = Double.MAX_VALUE;

  /** Around this content, which can be resized. */
  public ZoomPane(Node content) {
    this.content = content;
    scale.xProperty().bind(zoom);
    scale.yProperty().bind(zoom);
    content.getTransforms().add(scale);
    getChildren().addAll(content, across, down);
    zoom.addListener((property, before, now) -> fitToScreen());
    sceneProperty().addListener((property, before, now) -> watchPulses(before, now));
    var window = sceneProperty().flatMap(Scene::windowProperty);
    window
        .flatMap(Window::outputScaleXProperty)
        .addListener((property, before, now) -> fitToScreen());
    window
        .flatMap(Window::showingProperty)
        .orElse(false)
        .addListener(new ZoomedPopups(this)::follow);
    sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((property, before, now) -> revealSoon());
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
  }

  private ScrollBar bar(Orientation orientation, String spoken) {
    ScrollBar bar = new ScrollBar();
    bar.setOrientation(orientation);
    bar.setUnitIncrement(40);
    bar.setAccessibleText(spoken);
    bar.setFocusTraversable(false); // what has the keyboard is brought into sight
    bar.setManaged(false);
    bar.getStyleClass().add("zoom-bar");
    bar.setVisible(false);
    bar.valueProperty().addListener(property -> requestLayout());
    return bar;
  }

  /** By how much everything is enlarged; 1 is its own size. */
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  /**
   * The points, before they are enlarged, that the content needs at least; with less it scrolls.
   */
  public void setLeast(double width, double height) {
    scrolls = true;
    leastWidth = width;
    leastHeight = height;
    requestLayout();
  }

  /** The height, after it is enlarged, that it does not ask for more than. */
  void setMostHeight(double points) {
    mostHeight = points;
  }

  private void watchPulses(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(laidOut);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(laidOut);
    }
  }

  /** Once all has its place. */
  private void beforeDrawing() {
    if (toReveal) {
      toReveal = false;
      reveal(getScene().getFocusOwner());
    }
    keepTextSharp();
  }

  private void revealSoon() {
    toReveal = true;
    requestLayout();
  }

  /**
   * Scroll panes keep their content as a picture, which would lie between the screen's pixels and
   * be blurred. They appear at any time, so they are looked for whenever something is about to be
   * drawn.
   */
  private void keepTextSharp() {
    if (zoom.get() != 1) {
      drawAnew(content);
    }
  }

  private static void drawAnew(Node node) {
    if (node.isCache()) {
      node.setCache(false);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(ZoomPane::drawAnew);
    }
  }

  private void fitToScreen() {
    ScreenPixels.drawAnew(this);
    revealSoon();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(content.prefWidth(-1) * zoom.get());
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.min(mostHeight, Math.ceil(content.prefHeight(-1) * zoom.get()));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double needsWidth = scrolls ? Math.max(leastWidth, content.minWidth(-1)) * zoom.get() : 0;
    double needsHeight = scrolls ? Math.max(leastHeight, content.minHeight(-1)) * zoom.get() : 0;
    boolean wide = needsWidth > width || needsHeight > height && needsWidth > width - BAR;
    boolean high = needsHeight > height || wide && needsHeight > height - BAR;
    double seenWidth = high ? width - BAR : width;
    double seenHeight = wide ? height - BAR : height;
    double fullWidth = Math.max(seenWidth, needsWidth);
    double fullHeight = Math.max(seenHeight, needsHeight);
    Scrolling.fit(across, fullWidth - seenWidth, seenWidth);
    Scrolling.fit(down, fullHeight - seenHeight, seenHeight);
    across.resizeRelocate(0, seenHeight, seenWidth, BAR);
    down.resizeRelocate(seenWidth, 0, BAR, seenHeight);
    content.resize(fullWidth / zoom.get(), fullHeight / zoom.get());
    content.relocate(-Math.rint(across.getValue()), -Math.rint(down.getValue()));
  }

  /** Scrolls as little as is needed for a node to be seen, or its beginning. */
  private void reveal(@Nullable Node node) {
    if (node == null || node == this || !across.isVisible() && !down.isVisible()) {
      return;
    }
    Bounds at = sceneToLocal(node.localToScene(node.getLayoutBounds()));
    reveal(across, at.getMinX(), at.getMaxX(), down.isVisible() ? getWidth() - BAR : getWidth());
    reveal(down, at.getMinY(), at.getMaxY(), across.isVisible() ? getHeight() - BAR : getHeight());
  }

  private static void reveal(ScrollBar bar, double start, double end, double seen) {
    double first = start - AROUND;
    double over = end + AROUND - seen;
    double by = first < 0 || over > first ? first : Math.max(0, over);
    Scrolling.to(bar, bar.getValue() + by);
  }

  /** What nothing in the window has scrolled by. */
  private void scrolled(ScrollEvent event) {
    Scrolling.to(across, across.getValue() - event.getDeltaX());
    Scrolling.to(down, down.getValue() - event.getDeltaY());
  }
}
