package glassbox;

import glassbox.cli.GlassboxCommand;
import glassbox.cli.WindowlessStart;
import glassbox.ui.FileArgument;
import glassbox.ui.GlassboxApp;
import glassbox.ui.GlassboxApp.Start;
import java.nio.file.Path;
import java.util.Optional;

/** Where the program starts: the window without an argument or with a file, or the command line. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    Optional<Path> file = FileArgument.of(args);
    if (args.length > 0 && file.isEmpty()) {
      System.exit(GlassboxCommand.execute(args));
    }
    Start start = GlassboxApp.open(file);
    System.exit(
        switch (start.outcome()) {
          case CLOSED -> 0;
          case ELSEWHERE -> WindowlessStart.tell(start.words());
          case NO_WINDOW -> WindowlessStart.run(start.words(), file);
        });
  }
}
