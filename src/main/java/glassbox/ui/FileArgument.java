package glassbox.ui;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file that the window opens: what it is, by the end of its name. */
public final class FileArgument {
  private FileArgument() {}

  /** The one file that the program was started with; empty where the arguments are others. */
  public static Optional<Path> of(String... args) {
    try {
      return args.length == 1
          ? Optional.of(Path.of(args[0])).filter(f -> isRun(f) || isRecipe(f)).filter(Files::exists)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static boolean isRun(Path file) {
    return name(file).endsWith(".glassbox") && !Files.isDirectory(file);
  }

  static boolean isRecipe(Path file) {
    return name(file).endsWith(".json") && !Files.isDirectory(file);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
