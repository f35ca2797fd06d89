package glassbox.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the program says about itself, in {@code logs} of its home: four files that rotate. */
final class LogFile implements AutoCloseable {
  private static final int BYTES = 512 << 10;
  private static final int FILES = 4;
  private static final Logger ALL = Logger.getLogger("");

  private final FileHandler handler;

  private LogFile(FileHandler handler) {
    this.handler = handler;
  }

  static Path folder(Path home) {
    return home.resolve("logs");
  }

  /**
   * Begins to write.
   *
   * @throws IOException where the folder cannot be written
   */
  static LogFile begin(Path home) throws IOException {
    Files.createDirectories(folder(home));
    String pattern = folder(home).toString().replace("%", "%%") + "/glassbox-%u-%g.log";
    FileHandler handler = new FileHandler(pattern, BYTES, FILES, true);
    handler.setEncoding("UTF-8");
    handler.setFormatter(new Lines());
    ALL.addHandler(handler);
    return new LogFile(handler);
  }

  /** Time, level, where from, what; and where in the program, of what went wrong. */
  private static final class Lines extends Formatter {
    @Override
    public String format(LogRecord entry) {
      StringWriter text = new StringWriter();
      text.append(
          "%tFT%<tT %s %s %s%n"
              .formatted(
                  entry.getMillis(),
                  entry.getLevel(),
                  entry.getLoggerName(),
                  formatMessage(entry)));
      if (entry.getThrown() != null) {
        write(text, entry.getThrown());
      }
      return text.toString();
    }

    private static void write(StringWriter text, Throwable thrown) {
      PrintWriter out = new PrintWriter(text);
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        out.println("  " + cause);
        for (StackTraceElement frame : cause.getStackTrace()) {
          out.println("    " + frame);
        }
      }
    }
  }

  @Override
  public void close() {
    ALL.removeHandler(handler);
    handler.close();
  }
}
