package glassbox.ui;

import glassbox.ui.present.Presenter;
import glassbox.ui.present.Slide;
import glassbox.ui.session.FrameClock;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Presenting as part of the main window: it follows the view, its bar is above, it is remembered.
 */
final class Lectern {
  private static final String NOTES = "present.notes";

  private final Presenter presenter;
  private final Settings settings;

  /**
   * Nothing is presented yet.
   *
   * @param laptop the main window's scene
   * @param things makes a second view of each thing
   * @param keys gives a scene the main window's keys
   */
  Lectern(
      Scene laptop,
      Settings settings,
      Function<Slide, Region> things,
      Consumer<Scene> keys,
      FrameClock clock) {
    this.settings = settings;
    presenter = new Presenter(laptop, things, keys, clock);
    presenter.notesProperty().set(settings.text(NOTES));
    laptop
        .windowProperty()
        .flatMap(Window::showingProperty)
        .orElse(false)
        .addListener((property, before, open) -> endWithWindow(open));
  }

  private void endWithWindow(boolean open) {
    if (!open) {
      presenter.end();
    }
  }

  /** Puts the bar below what is at the top, while one presents. */
  void placeBar(BorderPane frame, Node top) {
    presenter
        .barProperty()
        .addListener(
            (property, before, bar) -> frame.setTop(bar == null ? top : new VBox(top, bar)));
  }

  /** The main window shows another view; what has no large form leaves what is there. */
  void follow(MainRail.View view) {
    @Nullable Slide slide =
        switch (view) {
          case TRAIN -> ofTraining();
          case ERRORS -> Slide.MATRIX;
          case MAP -> Slide.MAP;
          case DRAW -> Slide.DRAWING;
          case DATA, RUNS -> null;
        };
    if (slide != null) {
      presenter.slideProperty().set(slide);
    }
  }

  /** Curves and images are one view; what was shown of it last stays. */
  private Slide ofTraining() {
    return presenter.slideProperty().get() == Slide.IMAGES ? Slide.IMAGES : Slide.CURVES;
  }

  void toggle() {
    presenter.toggle();
  }

  Presenter presenter() {
    return presenter;
  }

  void note() {
    settings.setText(NOTES, presenter.notesProperty().get());
  }
}
