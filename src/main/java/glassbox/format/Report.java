package glassbox.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The report of a run: four pictures and a page of its own that needs none of them. */
public final class Report {
  static final String LOSS = "loss.png";
  static final String ACCURACY = "accuracy.png";
  static final String GALLERY = "gallery.png";
  static final String CONFUSION = "confusion.png";
  static final String PAGE = "report.html";

  private Report() {}

  /**
   * Writes the report, each file beside its place and then moved onto it. Needs no display and no
   * installed fonts.
   *
   * @param folder made where it is missing
   * @throws IOException in one line, where the folder cannot be written or Java cannot draw text
   */
  public static void write(Path folder, ReportData data) throws IOException {
    Typeface type = Typeface.load();
    Files.createDirectories(folder);
    HistoryCurves loss = HistoryCurves.loss(data.history());
    HistoryCurves accuracy = HistoryCurves.accuracy(data.history());
    new HistoryChart(type, data, loss).draw().write(folder.resolve(LOSS));
    new HistoryChart(type, data, accuracy).draw().write(folder.resolve(ACCURACY));
    new GalleryPicture(type, data).draw().write(folder.resolve(GALLERY));
    Path confusion = folder.resolve(CONFUSION);
    new ConfusionPicture(type, data).draw().write(confusion);
    String picture = Base64.getEncoder().encodeToString(Files.readAllBytes(confusion));
    AtomicFiles.write(folder.resolve(PAGE), new ReportPage(data, picture).html());
  }
}
