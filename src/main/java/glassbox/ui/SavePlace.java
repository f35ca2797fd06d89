package glassbox.ui;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user where a file is to be; empty where the user thinks better of it. */
public interface SavePlace {
  /**
   * Asks for a place.
   *
   * @param name as the file might be called, with its ending
   */
  Optional<Path> toSave(String name);
}
