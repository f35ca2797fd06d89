package glassbox.ui.transport;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a data set or a run; empty where the user thinks better of it. */
public interface DatasetFinder {
  Optional<Path> folder();

  Optional<Path> archive();

  /** A run that came as one {@code .glassbox} file. */
  default Optional<Path> run() {
    return Optional.empty();
  }
}
