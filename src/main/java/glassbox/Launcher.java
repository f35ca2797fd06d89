package glassbox;

import glassbox.cli.GlassboxCommand;
import glassbox.cli.WindowlessStart;
import glassbox.ui.GlassboxApp;
import java.util.Optional;
import javafx.application.Application;

/** Where the program starts: the window without an argument, the command line with one. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    if (args.length > 0) {
      System.exit(GlassboxCommand.execute(args));
    }
    Optional<String> obstacle = Display.obstacle();
    if (obstacle.isEmpty()) {
      obstacle = openWindow();
    }
    obstacle.ifPresent(why -> System.exit(WindowlessStart.run(why)));
  }

  /** Returns when the window is closed, or at once with the reason why there can be none. */
  private static Optional<String> openWindow() {
    try {
      Application.launch(GlassboxApp.class);
      return Optional.empty();
    } catch (UnsupportedOperationException | LinkageError e) {
      return Optional.of(Display.explain(e));
    } catch (RuntimeException e) {
      if (Display.isCause(e)) {
        return Optional.of(Display.explain(e));
      }
      throw e;
    }
  }
}
