package glassbox.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A run's report as one page that carries its pictures within it. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Puts the page and the pictures of a report's folder into one file.
   *
   * @throws FormatException where the folder has no whole report
   */
  public static void write(Path report, Path target) throws IOException {
    List<String> pictures = List.of(Report.LOSS, Report.ACCURACY, Report.GALLERY, Report.CONFUSION);
    for (String file : pictures) {
      require(report.resolve(file));
    }
    require(report.resolve(Report.PAGE));
    String page = Files.readString(report.resolve(Report.PAGE), StandardCharsets.UTF_8);
    for (String picture : pictures) {
      String bytes =
          Base64.getEncoder().encodeToString(Files.readAllBytes(report.resolve(picture)));
      page = page.replace("src=\"" + picture + "\"", "src=\"data:image/png;base64," + bytes + "\"");
    }
    AtomicFiles.write(target, page);
  }

  private static void require(Path file) throws FormatException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException(
          "cannot export the report", file.toString(), "expected a finished run with its report");
    }
  }
}
