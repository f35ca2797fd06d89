package glassbox.ui.present;

import glassbox.ui.session.FrameClock;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Presenting: on or off, what is shown, the notes and the clock. */
public final class Presenter {
  private final Scene laptop;
  private final Function<Slide, Region> things;
  private final Consumer<Scene> keys;
  private final FrameClock clock;
  private final Stopwatch watch = new Stopwatch(System::nanoTime);
  private final ObjectProperty<Slide> slide =
      new SimpleObjectProperty<>(this, "slide", Slide.CURVES);
  private final StringProperty notes = new SimpleStringProperty(this, "notes", "");
  private final ReadOnlyObjectWrapper<@Nullable Region> bar = new ReadOnlyObjectWrapper<>();
  private @Nullable Projector projector;

  /**
   * Nothing is presented yet.
   *
   * @param laptop the main window's scene
   * @param things makes a view of a thing, without controls; one each time
   * @param keys gives another scene the main window's keys
   */
  public Presenter(
      Scene laptop, Function<Slide, Region> things, Consumer<Scene> keys, FrameClock clock) {
    this.laptop = laptop;
    this.things = things;
    this.keys = keys;
    this.clock = clock;
    slide.addListener(property -> show());
  }

  /** Begins, or ends. */
  public void toggle() {
    if (projector == null) {
      begin();
    } else {
      end();
    }
  }

  private void begin() {
    Projector opened = new Projector(laptop, this::ended);
    projector = opened;
    keys.accept(opened.scene());
    show();
    opened.open();
    PresenterBar shown = new PresenterBar(watch, slide, notes, this::end);
    shown.follow(clock);
    bar.set(shown);
  }

  /** Ends presenting where it is under way. */
  public void end() {
    if (projector != null) {
      projector.close();
    }
  }

  private void ended() {
    projector = null;
    bar.set(null);
  }

  private void show() {
    if (projector != null) {
      projector.show(things.apply(slide.get()));
    }
  }

  /** What is shown, now or once it begins. */
  public ObjectProperty<Slide> slideProperty() {
    return slide;
  }

  /** The speaker's notes. */
  public StringProperty notesProperty() {
    return notes;
  }

  /** What belongs on the laptop while one presents; null while one does not. */
  public ReadOnlyObjectProperty<@Nullable Region> barProperty() {
    return bar.getReadOnlyProperty();
  }

  /** The presenting window's scene, null while there is none. */
  public @Nullable Scene scene() {
    return projector == null ? null : projector.scene();
  }
}
