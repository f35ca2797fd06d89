package glassbox.ui;

import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Whether what changes its place is seen on its way there. */
enum Motion {
  SYSTEM("as the desktop has it", null),
  FULL("moving", false),
  REDUCED("reduced: at once in its place", true);

  private final String words;
  private final @Nullable Boolean reduced;

  Motion(String words, @Nullable Boolean reduced) {
    this.words = words;
    this.reduced = reduced;
  }

  /** Tells a scene, whose panes ask it. */
  void applyTo(Scene scene) {
    scene.getPreferences().setReducedMotion(reduced);
  }

  @Override
  public String toString() {
    return words;
  }
}
