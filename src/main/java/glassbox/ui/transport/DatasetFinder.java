package glassbox.ui.transport;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a data set; empty where the user thinks better of it. */
public interface DatasetFinder {
  Optional<Path> folder();

  Optional<Path> archive();
}
