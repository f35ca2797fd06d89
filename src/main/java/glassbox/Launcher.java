package glassbox;

import glassbox.cli.GlassboxCommand;

/** Where the program starts: the window without an argument, the command line with one. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    System.exit(GlassboxCommand.execute(args));
  }
}
