package glassbox;

import glassbox.cli.GlassboxCommand;
import glassbox.cli.WindowlessStart;
import glassbox.ui.GlassboxApp;
import java.util.Optional;

/** Where the program starts: the window without an argument, the command line with one. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    if (args.length > 0) {
      System.exit(GlassboxCommand.execute(args));
    }
    Optional<String> obstacle = GlassboxApp.open();
    System.exit(obstacle.map(WindowlessStart::run).orElse(0));
  }
}
