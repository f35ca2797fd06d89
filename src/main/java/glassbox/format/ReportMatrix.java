package glassbox.format;

import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.ConfusionMatrix.Confusion;
import java.util.Locale;

/**
 * The confusion matrix as a table of a page: every mistake is the darker the more often it was
 * made.
 */
final class ReportMatrix {
  /** Of more classes a table is too large to be read: their picture is shown. */
  static final int MOST_CLASSES = 40;

  private final ReportData data;
  private final ConfusionMatrix matrix;
  private final int mostMistakes;

  ReportMatrix(ReportData data) {
    this.data = data;
    matrix = new ConfusionMatrix(data.predictions());
    mostMistakes = matrix.worst(1).stream().mapToInt(Confusion::count).max().orElse(1);
  }

  String html() {
    StringBuilder html = new StringBuilder("<table class=\"matrix\">\n<tr><th></th>");
    data.classNames().forEach(name -> html.append(head("col", name)));
    html.append("<th scope=\"col\">recall</th></tr>\n");
    for (int truth = 0; truth < matrix.classes(); truth++) {
      html.append("<tr>").append(head("row", data.classNames().get(truth)));
      for (int answer = 0; answer < matrix.classes(); answer++) {
        html.append(cell(truth, answer));
      }
      html.append("<td class=\"recall\">").append(recall(truth)).append("</td></tr>\n");
    }
    return html.append("</table>").toString();
  }

  private static String head(String scope, String name) {
    return "<th scope=\"" + scope + "\">" + ReportPage.escaped(name) + "</th>";
  }

  private String cell(int truth, int answer) {
    int count = matrix.count(truth, answer);
    if (truth == answer) {
      return "<td class=\"right\">" + count + "</td>";
    }
    return count == 0
        ? "<td>·</td>"
        : String.format(
            Locale.ROOT,
            "<td style=\"--share:%.2f\">%d</td>",
            0.12 + 0.63 * count / mostMistakes,
            count);
  }

  private String recall(int truth) {
    double recall = matrix.recall(truth);
    return Double.isNaN(recall) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * recall);
  }
}
