package glassbox.ui.map;

import glassbox.ui.controls.CrispCanvas;
import glassbox.ui.controls.ScreenPixels;
import glassbox.ui.session.Filter;
import glassbox.ui.session.Selection;
import glassbox.ui.words.Words;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The map under the mouse and the keys: wheel, + and - zoom, dragging and arrows move it, a click
 * chooses an image, a line around images picks them out. Drawn only when something has changed.
 */
final class MapCanvas extends Region {
  private static final double WHEEL = 1.0015;
  private static final double KEY_ZOOM = 1.3;
  private static final double KEY_MOVE = 60;

  /** A press that moves less is a click. */
  private static final double CLICK = 4;

  private final CrispCanvas canvas = new CrispCanvas();
  private final MapModel model;
  private final MapPainter painter;
  private final MapColours colours;
  private final Selection selection;
  private IntConsumer hovered = image -> {};
  private boolean lassoing;
  private boolean moved;
  private @Nullable Lasso lasso;
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;
  private boolean dirty = true;

  MapCanvas(MapModel model, Selection selection) {
    this.model = model;
    this.selection = selection;
    colours = new MapColours(this::redraw);
    painter = new MapPainter(model, colours);
    getStyleClass().addAll("map-canvas", "uses-arrows");
    setId("map");
    setFocusTraversable(true);
    setMinSize(200, 160);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.of("map.accessible"));
    getChildren().addAll(canvas, colours);
    setOnScroll(this::scrolled);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnMouseMoved(event -> hover(event.getX(), event.getY()));
    setOnMouseExited(event -> hovered.accept(Selection.NONE));
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    focusedProperty().addListener(property -> redraw());
    widthProperty().addListener(property -> resized());
    heightProperty().addListener(property -> resized());
  }

  private void resized() {
    model.resize(getWidth(), getHeight());
    redraw();
  }

  /** What is seen as a drawing. */
  Callable<String> svg() {
    return new MapExport(model, colours, painter.isByError()).svg(getAccessibleText());
  }

  MapPainter painter() {
    return painter;
  }

  /** Hears which image the mouse is at, or {@link Selection#NONE}. */
  void setOnHover(IntConsumer hears) {
    hovered = hears;
  }

  /** Whether a drag draws a line around images without Shift. */
  void setLassoing(boolean always) {
    lassoing = always;
    setCursor(always ? Cursor.CROSSHAIR : Cursor.DEFAULT);
  }

  /** Draws in the next pulse. */
  void redraw() {
    dirty = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    dirty |= ScreenPixels.perPoint(this) != canvas.pixelsPerPoint();
    if (dirty && getWidth() > 0 && getHeight() > 0) {
      dirty = false;
      draw();
    }
  }

  private void draw() {
    GraphicsContext g = canvas.open(getWidth(), getHeight());
    painter.paint(g, canvas.pixelsPerPoint());
    ring(g);
    line(g);
  }

  /** The chosen image: a ring with a light edge, so that it is seen on everything. */
  private void ring(GraphicsContext g) {
    int place = model.placeOf(selection.image());
    if (place >= 0 && model.isShown(place)) {
      double x = model.viewport().screenX(model.drift().x(place));
      double y = model.viewport().screenY(model.drift().y(place));
      g.setStroke(colours.card());
      g.setLineWidth(5);
      g.strokeOval(x - 9, y - 9, 18, 18);
      g.setStroke(colours.accent());
      g.setLineWidth(2.5);
      g.strokeOval(x - 9, y - 9, 18, 18);
    }
  }

  private void line(GraphicsContext g) {
    Lasso drawn = lasso;
    if (drawn != null && drawn.corners() > 1) {
      g.setStroke(colours.accent());
      g.setLineWidth(1.5);
      g.setLineDashes(6, 4);
      g.strokePolygon(drawn.x(), drawn.y(), drawn.corners());
      g.setLineDashes();
    }
  }

  private void scrolled(ScrollEvent event) {
    model.zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
    hover(event.getX(), event.getY());
    redraw();
    event.consume();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = pressedX;
    lastY = pressedY;
    moved = false;
    if (event.getButton() == MouseButton.PRIMARY && (lassoing || event.isShiftDown())) {
      lasso = new Lasso();
      lasso.add(pressedX, pressedY);
    }
  }

  private void dragged(MouseEvent event) {
    moved |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > CLICK;
    if (!moved) {
      return;
    }
    hovered.accept(Selection.NONE);
    if (lasso != null) {
      lasso.add(event.getX(), event.getY());
    } else {
      model.move(event.getX() - lastX, event.getY() - lastY);
    }
    lastX = event.getX();
    lastY = event.getY();
    redraw();
  }

  private void released(MouseEvent event) {
    Lasso drawn = lasso;
    lasso = null;
    if (moved && drawn != null) {
      selection.show(Filter.of(model.within(drawn)));
    } else if (!moved && event.getClickCount() == 2) {
      model.fit();
    } else if (!moved && event.getButton() == MouseButton.PRIMARY) {
      selection.choose(model.imageAt(event.getX(), event.getY()));
    }
    redraw();
  }

  private void hover(double x, double y) {
    hovered.accept(model.imageAt(x, y));
  }

  private void typed(KeyEvent event) {
    boolean used = event.isControlDown() ? goTo(event.getCode()) : steer(event);
    if (used) {
      hovered.accept(Selection.NONE);
      redraw();
      event.consume();
    }
  }

  /** Ctrl and an arrow: the next image in that direction. */
  private boolean goTo(KeyCode key) {
    if (!key.isArrowKey() || model.isEmpty()) {
      return false;
    }
    int right = key == KeyCode.RIGHT ? 1 : key == KeyCode.LEFT ? -1 : 0;
    int down = key == KeyCode.DOWN ? 1 : key == KeyCode.UP ? -1 : 0;
    selection.choose(model.next(selection.image(), right, down));
    return true;
  }

  private boolean steer(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> model.move(KEY_MOVE, 0);
      case RIGHT -> model.move(-KEY_MOVE, 0);
      case UP -> model.move(0, KEY_MOVE);
      case DOWN -> model.move(0, -KEY_MOVE);
      case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM);
      case DIGIT0, NUMPAD0 -> model.fit();
      case ENTER -> selection.show(Filter.of(model.inView()));
      case ESCAPE -> selection.show(Filter.ALL);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Zooms about the middle. */
  void zoom(double factor) {
    model.zoom(factor, getWidth() / 2, getHeight() / 2);
    redraw();
  }
}
