package glassbox.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.ConfusionMatrix.Confusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A confusion matrix as it is printed: true classes in rows, predicted ones in columns. */
record ConfusionTable(ConfusionMatrix matrix, List<String> classNames) {
  private static final int TOP = 10;

  /** A table with each class's figures, the totals, and the most frequent mistakes in words. */
  String words() {
    List<String> titles = new ArrayList<>(List.of("true \\ predicted"));
    titles.addAll(classNames);
    titles.addAll(List.of("images", "recall", "precision", "F1"));
    TextTable table = new TextTable(titles);
    for (int c = 0; c < matrix.classes(); c++) {
      table.add(row(c));
    }
    table.add(totals());
    StringBuilder words = new StringBuilder(table.text());
    for (Confusion each : matrix.worst(TOP)) {
      words.append(
          String.format(
              Locale.ROOT,
              "%s taken for %s: %d%n",
              classNames.get(each.truth()),
              classNames.get(each.answer()),
              each.count()));
    }
    return words.toString();
  }

  private List<String> row(int truth) {
    List<String> cells = new ArrayList<>(List.of(classNames.get(truth)));
    for (int answer = 0; answer < matrix.classes(); answer++) {
      cells.add(Integer.toString(matrix.count(truth, answer)));
    }
    cells.add(Integer.toString(matrix.truths(truth)));
    cells.add(percent(matrix.recall(truth)));
    cells.add(percent(matrix.precision(truth)));
    cells.add(percent(matrix.f1(truth)));
    return cells;
  }

  private List<String> totals() {
    List<String> cells = new ArrayList<>(List.of("all"));
    for (int answer = 0; answer < matrix.classes(); answer++) {
      cells.add(Integer.toString(matrix.answers(answer)));
    }
    cells.add(Integer.toString(matrix.total()));
    cells.add(percent((double) matrix.correct() / matrix.total()));
    cells.addAll(List.of("", ""));
    return cells;
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  /** A row of counts for each true class under the names of the predicted ones. */
  String csv() {
    StringBuilder csv = new StringBuilder("truth\\answer");
    classNames.forEach(name -> csv.append(',').append(quoted(name)));
    csv.append(System.lineSeparator());
    for (int truth = 0; truth < matrix.classes(); truth++) {
      csv.append(quoted(classNames.get(truth)));
      for (int answer = 0; answer < matrix.classes(); answer++) {
        csv.append(',').append(matrix.count(truth, answer));
      }
      csv.append(System.lineSeparator());
    }
    return csv.toString();
  }

  /** As RFC 4180 says. */
  private static String quoted(String name) {
    return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Counts, and under each class its figures; null where a figure has no value. */
  String json() {
    JsonObject json = new JsonObject();
    json.addProperty("images", matrix.total());
    json.addProperty("accuracy", (double) matrix.correct() / matrix.total());
    JsonArray classes = new JsonArray();
    JsonArray counts = new JsonArray();
    for (int c = 0; c < matrix.classes(); c++) {
      classes.add(figures(c));
      JsonArray row = new JsonArray();
      for (int answer = 0; answer < matrix.classes(); answer++) {
        row.add(matrix.count(c, answer));
      }
      counts.add(row);
    }
    json.add("classes", classes);
    json.add("counts", counts);
    JsonArray top = new JsonArray();
    matrix.worst(TOP).forEach(each -> top.add(confusion(each)));
    json.add("top", top);
    return json.toString();
  }

  private JsonObject figures(int c) {
    JsonObject figures = new JsonObject();
    figures.addProperty("name", classNames.get(c));
    figures.addProperty("images", matrix.truths(c));
    add(figures, "recall", matrix.recall(c));
    add(figures, "precision", matrix.precision(c));
    add(figures, "f1", matrix.f1(c));
    return figures;
  }

  private static void add(JsonObject to, String key, double value) {
    if (Double.isNaN(value)) {
      to.add(key, JsonNull.INSTANCE);
    } else {
      to.addProperty(key, value);
    }
  }

  private JsonObject confusion(Confusion each) {
    JsonObject json = new JsonObject();
    json.addProperty("truth", classNames.get(each.truth()));
    json.addProperty("answer", classNames.get(each.answer()));
    json.addProperty("count", each.count());
    return json;
  }
}
