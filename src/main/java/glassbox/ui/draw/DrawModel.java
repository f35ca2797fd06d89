package glassbox.ui.draw;

import glassbox.data.Framing;
import glassbox.data.ImageDataset;
import glassbox.data.Inking;
import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.data.Preparation.Stage;
import glassbox.ui.session.Drawn;
import glassbox.ui.session.TrainingSession;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** The drawing and how it is prepared; whatever changes is asked about at once. */
final class DrawModel {
  /** About so many pixels along the longer side of a sketch: a whole multiple of an image's. */
  private static final int SKETCH = 280;

  private static final int USUAL = 28;

  private final TrainingSession session;
  private final DoubleProperty brushWidth = new SimpleDoubleProperty(0.08);
  private final BooleanProperty soft = new SimpleBooleanProperty();
  private final BooleanProperty erasing = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Preparation> preparation = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private Sketch sketch;
  private int viewers;
  private double lastX;
  private double lastY;

  DrawModel(TrainingSession session) {
    this.session = session;
    preparation.set(Preparation.like(Framing.likeMnist(USUAL, USUAL)));
    sketch = new Sketch(SKETCH, SKETCH, Inking.AUTO);
    session.datasetProperty().addListener((property, before, now) -> suit(now));
    suit(session.datasetProperty().get());
    session.drawn().framingProperty().addListener((property, before, now) -> suit(now));
    suit(session.drawn().framingProperty().get());
  }

  /** A drawing stays where the images of another data set have the same size. */
  private void suit(@Nullable ImageDataset data) {
    if (data != null) {
      int height = data.train().height();
      int width = data.train().width();
      int multiple = Math.max(1, SKETCH / Math.max(height, width));
      if (sketch.height() != height * multiple || sketch.width() != width * multiple) {
        preparation.set(Preparation.like(Framing.likeMnist(height, width)));
        sketch = new Sketch(height * multiple, width * multiple, preparation.get().inking());
        changed();
      }
    }
  }

  private void suit(@Nullable Framing framing) {
    if (framing != null && !framing.equals(preparation.get().framing())) {
      preparation.set(Preparation.like(framing));
      changed();
    }
  }

  private Brush brush(boolean erase) {
    double side = Math.max(sketch.height(), sketch.width());
    return new Brush(brushWidth.get() * side / 2, soft.get(), erase || erasing.get());
  }

  /** The brush comes down, at shares of width and height. */
  void press(double x, double y, boolean erase) {
    begin();
    lastX = x;
    lastY = y;
    drag(x, y, erase);
  }

  /** The brush moves. */
  void drag(double x, double y, boolean erase) {
    double width = sketch.width();
    double height = sketch.height();
    sketch.line(lastX * width, lastY * height, x * width, y * height, brush(erase));
    lastX = x;
    lastY = y;
    changed();
  }

  private void begin() {
    sketch.begin();
    noteDeed();
  }

  /** Ctrl+Z takes back what was drawn, too. */
  private void noteDeed() {
    session.undo().did(new Object(), this::undo, this::redo);
  }

  void clear() {
    sketch.clear(Preparation.like(preparation.get().framing()).inking());
    noteDeed();
    changed();
  }

  /** Takes a picture in the place of the drawing. */
  void put(Picture picture, Inking inking) {
    sketch.put(picture, inking);
    noteDeed();
    changed();
  }

  void undo() {
    sketch.undo();
    changed();
  }

  void redo() {
    sketch.redo();
    changed();
  }

  /** Switches a stage of the preparation on or off. */
  void setStage(Stage stage, boolean on) {
    preparation.set(preparation.get().with(stage, on));
    changed();
  }

  private void changed() {
    canUndo.set(sketch.canUndo());
    canRedo.set(sketch.canRedo());
    empty.set(sketch.isEmpty());
    changes.set(changes.get() + 1);
    ask();
  }

  /** Somebody looks from now on; nothing is asked otherwise. */
  void watch() {
    viewers++;
    ask();
  }

  /** One who looked looks no longer. */
  void leave() {
    viewers--;
    ask();
  }

  private void ask() {
    boolean wanted = viewers > 0 && !empty.get();
    session.drawn().ask(wanted ? new Drawn(sketch.picture(), prepared()) : null);
  }

  private Preparation prepared() {
    return preparation.get().withInking(sketch.inking());
  }

  int height() {
    return sketch.height();
  }

  int width() {
    return sketch.width();
  }

  /** A copy of what is drawn. */
  Picture picture() {
    return sketch.picture();
  }

  /** Width of the brush as a share of the longer side. */
  DoubleProperty brushWidthProperty() {
    return brushWidth;
  }

  /** Whether the brush fades towards its edge. */
  BooleanProperty softProperty() {
    return soft;
  }

  /** Whether it erases. */
  BooleanProperty erasingProperty() {
    return erasing;
  }

  ReadOnlyObjectProperty<Preparation> preparationProperty() {
    return preparation.getReadOnlyProperty();
  }

  /** Grows whenever the drawing or its preparation changes. */
  ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** Whether nothing is drawn. */
  ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }
}
