package glassbox.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for folders, and knows whether one can be written to. */
public interface FolderDesk {
  /** The folder that the user chooses; empty where none is. */
  Optional<Path> choose(String title);

  /**
   * Looks at a folder in the background.
   *
   * @param problem hears in words, on the JavaFX thread, why it is not good; nothing where it is
   */
  void check(String folder, Consumer<Optional<String>> problem);
}
