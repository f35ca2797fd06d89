package glassbox.ui;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a window can be opened on this machine, and if not, what is missing. */
final class Display {
  private static final String INSTALL =
      "a window needs a display and GTK 3 (Debian: apt-get install libgtk-3-0 libgl1)";

  private static final String PLATFORM = "glass.platform";

  /** What JavaFX loads first on Linux. */
  private static final List<String> LIBRARIES =
      List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");

  private Display() {}

  /**
   * Takes back a choice of JavaFX's platform that is empty, as Maven hands it on where none was
   * made: JavaFX would look for a platform of that name. Before JavaFX starts.
   */
  static void forgetEmptyChoice() {
    if (System.getProperty(PLATFORM, "").isBlank()) {
      System.clearProperty(PLATFORM);
    }
  }

  /** Empty where a window may be tried; otherwise the reason in words. */
  static Optional<String> obstacle() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    boolean headless = "Headless".equalsIgnoreCase(System.getProperty(PLATFORM, ""));
    if (!linux || headless) {
      return Optional.empty();
    }
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY")) {
      return Optional.of("no display: " + INSTALL);
    }
    return LIBRARIES.stream()
        .filter(library -> !isThere(library))
        .findFirst()
        .map(missing -> "no window without " + missing + ": " + INSTALL);
  }

  /** Whether the system's loader finds a library; JavaFX would print pages where it does not. */
  private static boolean isThere(String library) {
    try {
      SymbolLookup.libraryLookup(library, Arena.global());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }

  /** Whether JavaFX failed because it could not reach the screen, not because of our own code. */
  static boolean isCause(@Nullable Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof UnsupportedOperationException
          || t instanceof LinkageError
          || String.valueOf(t.getMessage()).contains("toolkit")) {
        return true;
      }
    }
    return false;
  }

  static String explain(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "no window could be opened (%s): %s"
        .formatted(String.valueOf(root.getMessage()).replaceAll("\\s*\\R\\s*", " "), INSTALL);
  }
}
