package glassbox.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run's report as one page that carries everything within it. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Writes the page of a report's folder as a file of its own.
   *
   * @throws FormatException where the folder has no report
   */
  public static void write(Path report, Path target) throws IOException {
    Path page = report.resolve(Report.PAGE);
    if (!Files.isRegularFile(page)) {
      throw new FormatException(
          "cannot export the report", page.toString(), "expected a finished run with its report");
    }
    AtomicFiles.write(target, out -> Files.copy(page, out));
  }
}
