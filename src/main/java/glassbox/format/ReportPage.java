package glassbox.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a report, one file that needs nothing else: figures, curves that a small script draws
 * and zooms, images, the matrix, the recipe, and how to do it again. Its browser is told to load
 * nothing from anywhere.
 */
final class ReportPage {
  private final ReportData data;
  private final String confusionPicture;

  /**
   * A page.
   *
   * @param confusionPicture the matrix as a PNG in base 64, for very many classes
   */
  ReportPage(ReportData data, String confusionPicture) {
    this.data = data;
    this.confusionPicture = confusionPicture;
  }

  String html() throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", escaped(data.title()));
    values.put("style", resource("report.css"));
    values.put("figures", rows(data.figures()));
    values.put("images", data.imageCount());
    values.put("gallery", new ReportGallery(data).html());
    values.put("confusion", confusion());
    values.put("recipe", escaped(data.recipeJson().strip()));
    values.put("changes", changes());
    values.put("reproduce", reproduce());
    values.put("environment", rows(Environment.here().facts()));
    values.put("curves", new ReportCurves(data).json());
    values.put("script", resource("report.js"));
    return Pattern.compile("\\{([a-z]+)}")
        .matcher(resource("report.html"))
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String rows(SequencedMap<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact ->
            "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                .formatted(escaped(fact.getKey()), escaped(fact.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private String confusion() {
    return data.classNames().size() <= ReportMatrix.MOST_CLASSES
        ? new ReportMatrix(data).html()
        : "<img class=\"picture\" alt=\"Confusion matrix\" src=\"data:image/png;base64,%s\">"
            .formatted(confusionPicture);
  }

  private String changes() {
    return data.changesJson().isBlank()
        ? ""
        : "<h2>Changes on the way</h2>\n<div class=\"card\"><pre>%s</pre></div>"
            .formatted(escaped(data.changesJson().strip()));
  }

  private String reproduce() {
    return data.changesJson().isBlank()
        ? "Save the recipe as <code>recipe.json</code> (the run's folder has it) and train with it:"
            + " <code>glassbox train recipe.json</code>"
        : "Save the recipe as <code>recipe.json</code> and the changes as"
            + " <code>changes.jsonl</code> (the run's folder has both) and train with them:"
            + " <code>glassbox train recipe.json --changes changes.jsonl</code>";
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
