package glassbox.ui.setup;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a recipe's file; empty where the user thinks better of it. */
public interface RecipeFiles {
  Optional<Path> toOpen();

  Optional<Path> toSave();
}
