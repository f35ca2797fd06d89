package glassbox.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the program does where a window was wanted and cannot be: it trains, and leaves pictures.
 */
public final class WindowlessStart {
  private WindowlessStart() {}

  /**
   * Says why there is no window and trains the seed recipe on MNIST; a file that was to be opened
   * is left alone.
   *
   * @return the exit code
   */
  public static int run(String why, Optional<Path> file) {
    if (file.isPresent()) {
      System.err.println(
          "glassbox: cannot open the file, %s, %s; see glassbox --help for what needs no window"
              .formatted(file.get(), why));
      return Errors.FAILED;
    }
    System.err.println("glassbox: " + why + "; training the seed recipe on MNIST without one");
    return GlassboxCommand.execute("train", "seed");
  }

  /**
   * Says that the window is open already.
   *
   * @return the exit code
   */
  public static int tell(String words) {
    System.err.println("glassbox: " + words);
    return 0;
  }
}
