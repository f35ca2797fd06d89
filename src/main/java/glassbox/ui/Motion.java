package glassbox.ui;

import glassbox.ui.words.Words;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Whether what changes its place is seen on its way there. */
enum Motion {
  SYSTEM(null),
  FULL(false),
  REDUCED(true);

  private final @Nullable Boolean reduced;

  Motion(@Nullable Boolean reduced) {
    this.reduced = reduced;
  }

  /** Tells a scene, whose panes ask it. */
  void applyTo(Scene scene) {
    scene.getPreferences().setReducedMotion(reduced);
  }

  @Override
  public String toString() {
    return Words.of("window.motion." + name().toLowerCase(java.util.Locale.ROOT));
  }
}
