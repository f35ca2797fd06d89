package glassbox.format;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a report: the pictures beside it, the figures, the recipe, and how to do it again.
 */
final class ReportPage {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{title}</title>
      <style>
      body { margin: 0 auto; padding: 24px; max-width: 1200px; background: #f6f8fa; color: #1f2328;
             font: 15px/1.5 "Glassbox Inter", Inter, system-ui, sans-serif; }
      h1 { font-size: 26px; margin: 8px 0 16px; }
      h2 { font-size: 17px; margin: 32px 0 8px; }
      .card { background: #fff; border: 1px solid #d1d9e0; border-radius: 12px; padding: 12px 16px; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th { text-align: left; font-weight: normal; color: #59636e; padding: 2px 32px 2px 0; }
      td { text-align: right; font-weight: 600; overflow-wrap: anywhere; }
      img { display: block; max-width: 100%; height: auto; margin: 0 auto; }
      pre { overflow-x: auto; margin: 0; font: 13px/1.5 ui-monospace, monospace; }
      code { background: #e9edf2; border-radius: 4px; padding: 1px 5px; }
      </style>
      </head>
      <body>
      <h1>{title}</h1>
      <div class="card"><table>
      {figures}
      </table></div>
      <h2>Loss and accuracy</h2>
      <img src="{loss}" alt="Loss of training and validation over the steps">
      <img src="{accuracy}" alt="Accuracy of training and validation over the steps">
      <h2>Correct and incorrect images</h2>
      <img src="{gallery}" alt="Images answered correctly and incorrectly, with class and confidence">
      <h2>Which classes are confused</h2>
      <img src="{confusion}" alt="Confusion matrix: true classes in rows, predicted ones in columns">
      <h2>Recipe</h2>
      <div class="card"><pre>{recipe}</pre></div>
      <h2>How to reproduce</h2>
      <div class="card">
      <p>Save the recipe as <code>recipe.json</code> (the run's folder has it) and train with it:
      <code>glassbox train recipe.json</code></p>
      <p>The recipe, its seed included, decides the run: the same program on the same kind of machine
      measures the same numbers and learns the same weights.</p>
      </div>
      </body>
      </html>
      """;

  private final ReportData data;

  ReportPage(ReportData data) {
    this.data = data;
  }

  String html() {
    Map<String, String> values =
        Map.of(
            "title", escaped(data.title()),
            "figures", figures(),
            "recipe", escaped(data.recipeJson().strip()),
            "loss", Report.LOSS,
            "accuracy", Report.ACCURACY,
            "gallery", Report.GALLERY,
            "confusion", Report.CONFUSION);
    return Pattern.compile("\\{([a-z]+)}")
        .matcher(PAGE)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  private String figures() {
    return data.figures().entrySet().stream()
        .map(figure ->
            "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                .formatted(escaped(figure.getKey()), escaped(figure.getValue())))
        .collect(Collectors.joining("\n"));
  }

  /** Text that means nothing to a browser but itself, in attributes as well. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
