package glassbox.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.format.RecipeSetting;
import glassbox.format.RunFolder;
import glassbox.format.RunSummary;
import glassbox.format.SettingNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of a sweep: a row a setting, over all its seeds. */
final class SweepTable {
  private final List<Row> rows = new ArrayList<>();

  /** A setting, what its runs came to, and why some failed. */
  private record Row(
      List<RecipeSetting> setting, List<RunSummary> summaries, List<String> failures) {
    Spread test() {
      return spread(RunSummary::testAccuracy);
    }

    Spread validation() {
      return spread(RunSummary::validationAccuracy);
    }

    private Spread spread(ToDoubleFunction<RunSummary> figure) {
      return Spread.of(summaries.stream().mapToDouble(figure).toArray());
    }
  }

  /**
   * The table of runs that have ended.
   *
   * @param failures why some have no outcome
   */
  SweepTable(List<SweepJob> jobs, Map<SweepJob, String> failures) throws IOException {
    Map<List<RecipeSetting>, Row> bySetting = new LinkedHashMap<>();
    for (SweepJob job : jobs) {
      Row row =
          bySetting.computeIfAbsent(
              job.setting(), s -> new Row(s, new ArrayList<>(), new ArrayList<>()));
      String failure = failures.get(job);
      if (failure != null) {
        row.failures().add(job.title() + ": " + failure);
      } else {
        Optional<RunSummary> summary = RunFolder.open(job.folder()).readSummary();
        summary.ifPresent(row.summaries()::add);
      }
    }
    rows.addAll(bySetting.values());
  }

  /** For people. */
  String text() {
    TextTable table = new TextTable(titles("test accuracy", "validation accuracy", "n", "failed"));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      row.setting().forEach(setting -> cells.add(setting.words()));
      cells.add(row.test().percent());
      cells.add(row.validation().percent());
      cells.add(Integer.toString(row.summaries().size()));
      cells.add(String.join("; ", row.failures()));
      table.add(cells);
    }
    return table.text();
  }

  private List<String> titles(String... figures) {
    List<String> titles = new ArrayList<>();
    rows.getFirst().setting().forEach(setting -> titles.add(SettingNames.name(setting.key())));
    titles.addAll(List.of(figures));
    return titles;
  }

  /** For other programs: figures that there are not are empty. */
  String csv() {
    StringBuilder csv = new StringBuilder();
    List<String> titles = new ArrayList<>();
    rows.getFirst().setting().forEach(setting -> titles.add(setting.key()));
    titles.addAll(List.of("testAccuracy", "testAccuracyDeviation"));
    titles.addAll(List.of("validationAccuracy", "validationAccuracyDeviation", "n", "failed"));
    addLine(csv, titles);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      row.setting().forEach(setting -> cells.add(setting.words()));
      for (Spread spread : List.of(row.test(), row.validation())) {
        cells.add(number(spread.mean()));
        cells.add(number(spread.deviation()));
      }
      cells.add(Integer.toString(row.summaries().size()));
      cells.add(String.join("; ", row.failures()));
      addLine(csv, cells);
    }
    return csv.toString();
  }

  private static void addLine(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(SweepTable::csvCell).collect(Collectors.joining(",")))
        .append('\n');
  }

  private static String csvCell(String cell) {
    return cell.matches("[^,\"\\r\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  /** The same as an array of objects. */
  String json() {
    JsonArray array = new JsonArray();
    for (Row row : rows) {
      JsonObject object = new JsonObject();
      JsonObject settings = new JsonObject();
      row.setting().forEach(setting -> settings.add(setting.key(), setting.json()));
      object.add("settings", settings);
      object.addProperty("testAccuracy", finite(row.test().mean()));
      object.addProperty("testAccuracyDeviation", finite(row.test().deviation()));
      object.addProperty("validationAccuracy", finite(row.validation().mean()));
      object.addProperty("validationAccuracyDeviation", finite(row.validation().deviation()));
      object.addProperty("n", row.summaries().size());
      JsonArray failed = new JsonArray();
      row.failures().forEach(failed::add);
      object.add("failed", failed);
      array.add(object);
    }
    return new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create()
            .toJson(array)
        + System.lineSeparator();
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Mean and sample standard deviation; NaN for what cannot be known. */
  record Spread(double mean, double deviation, int n) {
    static Spread of(double... values) {
      double mean = 0;
      for (double value : values) {
        mean += value / values.length;
      }
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      int n = values.length;
      return new Spread(
          n == 0 ? Double.NaN : mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), n);
    }

    String percent() {
      if (!Double.isFinite(mean)) {
        return "-";
      }
      String percent = String.format(Locale.ROOT, "%.2f %%", 100 * mean);
      return n < 2
          ? percent
          : String.format(Locale.ROOT, "%.2f ± %.2f %%", 100 * mean, 100 * deviation);
    }
  }
}
