package glassbox.cli;

/**
 * What the program does where a window was wanted and cannot be: it trains, and leaves pictures.
 */
public final class WindowlessStart {
  private WindowlessStart() {}

  /**
   * Says why there is no window and trains the seed recipe on MNIST.
   *
   * @return the exit code
   */
  public static int run(String why) {
    System.err.println("glassbox: " + why + "; training the seed recipe on MNIST without one");
    return GlassboxCommand.execute("train", "seed");
  }
}
