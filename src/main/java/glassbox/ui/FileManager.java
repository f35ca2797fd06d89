package glassbox.ui;

import glassbox.ui.runs.FolderOpener;
import glassbox.ui.words.Words;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The machine's own file manager. */
final class FileManager implements FolderOpener {
  @Override
  public void open(Path folder, Consumer<String> refused) {
    if (!Files.isDirectory(folder)) {
      refused.accept(Words.of("window.folder.gone", folder));
      return;
    }
    try {
      new ProcessBuilder(command(), folder.toString())
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .onExit()
          .thenAccept(process -> {
            if (process.exitValue() != 0 && !isWindows()) { // there it is 1 when all is well
              Platform.runLater(() -> refused.accept(noManager(folder)));
            }
          });
    } catch (IOException e) {
      refused.accept(noManager(folder));
    }
  }

  private static String noManager(Path folder) {
    return Words.of("window.folder.noManager", folder);
  }

  private static String system() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isWindows() {
    return system().contains("windows");
  }

  private static String command() {
    return isWindows() ? "explorer" : system().contains("mac") ? "open" : "xdg-open";
  }
}
