package glassbox.ui.runs;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Shows a folder in the machine's file manager. */
@FunctionalInterface
public interface FolderOpener {
  /**
   * Opens a folder and returns at once.
   *
   * @param refused is told in words where that cannot be done; on the JavaFX thread
   */
  void open(Path folder, Consumer<String> refused);
}
