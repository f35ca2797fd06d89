package glassbox.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.format.RecipeSetting;
import glassbox.format.RunArchive;
import glassbox.format.RunListing;
import glassbox.format.SettingNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox runs}: the runs in a folder and what came of them. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "List the runs in a folder and what came of them.",
    footer = {
      "",
      "A fork stands under its parent, indented. The last column tells how a run differs",
      "from the preset seed, a fork from its parent where it left it, and what was",
      "changed on the way, after how many steps.",
      "An unfinished run goes on with: glassbox train --resume FOLDER"
    })
final class RunsCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = 32;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "The folder with the runs, or a .glassbox file (default: runs; the window's are in"
              + " Glassbox/runs in your home).")
  private Path parent = Path.of("runs");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, BadInputException {
    if (RunArchive.isNamedSo(parent)) {
      try (RunSource source = RunSource.of(parent)) {
        print(List.of(RunListing.read(source.path()).at(parent)));
      }
      return 0;
    }
    if (!Files.isDirectory(parent)) {
      throw new BadInputException(
          "cannot list the runs",
          parent.toString(),
          "expected a folder with runs; the window's are in Glassbox/runs in your home");
    }
    print(RunListing.allIn(parent));
    return 0;
  }

  private void print(List<RunListing> runs) {
    System.out.print(json ? json(runs) : table(FamilyTree.of(runs)));
  }

  private String table(FamilyTree tree) {
    TextTable table =
        new TextTable(
            List.of("folder", "name", "test", "best val.", "steps", "seconds", "state", "differs"));
    tree.walk((run, depth) -> {
      RunListing.Figures figures = run.figures();
      table.add(
          List.of(
              "  ".repeat(depth) + folder(run),
              shortened(run.about().name()),
              percent(figures.testAccuracy()),
              percent(figures.bestValidationAccuracy()),
              Long.toString(figures.steps()),
              String.format(Locale.ROOT, "%.1f", figures.seconds()),
              state(run),
              differences(run)));
    });
    return table.text();
  }

  private String folder(RunListing run) {
    return run.folder().equals(parent)
        ? parent.toString()
        : parent.relativize(run.folder()).toString();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "-";
  }

  private static String state(RunListing run) {
    if (run.problem() != null) {
      return "damaged: " + run.problem();
    }
    if (run.about().isEnsemble()) {
      return "ensemble of " + run.about().members().size();
    }
    if (run.inUse()) {
      return "being trained";
    }
    return run.finished() ? "finished" : "unfinished: can be resumed";
  }

  /** "from a at 812: learning rate 0.01; at 1200: batch size 64". */
  private static String differences(RunListing run) {
    if (run.problem() != null) {
      return "";
    }
    String words = SettingNames.words(run.differences());
    List<String> all = new ArrayList<>();
    if (run.about().parent() != null) {
      all.add(at("from %s at %d".formatted(run.about().parent(), run.about().forkStep()), words));
    } else if (!words.isEmpty()) {
      all.add(words);
    }
    for (RunListing.Changed changed : run.changed()) {
      all.add(at("at " + changed.step(), SettingNames.words(changed.settings())));
    }
    return String.join("; ", all);
  }

  private static String at(String step, String words) {
    return words.isEmpty() ? step : step + ": " + words;
  }

  private static String json(List<RunListing> runs) {
    JsonArray array = new JsonArray();
    runs.forEach(run -> array.add(json(run)));
    return new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create()
            .toJson(array)
        + System.lineSeparator();
  }

  private static JsonObject json(RunListing run) {
    JsonObject object = new JsonObject();
    object.addProperty("folder", run.folder().toString());
    object.addProperty("name", run.about().name());
    object.addProperty("note", run.about().note());
    object.addProperty("parent", run.about().parent());
    object.addProperty("forkStep", run.about().parent() == null ? null : run.about().forkStep());
    object.addProperty("group", run.about().group());
    JsonArray members = new JsonArray();
    run.about().members().forEach(members::add);
    object.add("members", members);
    object.add("differences", settings(run.differences()));
    JsonArray changes = new JsonArray();
    for (RunListing.Changed changed : run.changed()) {
      JsonObject change = new JsonObject();
      change.addProperty("step", changed.step());
      change.add("differences", settings(changed.settings()));
      changes.add(change);
    }
    object.add("changes", changes);
    object.addProperty("steps", run.figures().steps());
    object.addProperty("testAccuracy", finite(run.figures().testAccuracy()));
    object.addProperty("validationAccuracy", finite(run.figures().validationAccuracy()));
    object.addProperty("bestValidationAccuracy", finite(run.figures().bestValidationAccuracy()));
    object.addProperty("seconds", run.figures().seconds());
    object.addProperty("finished", run.finished());
    object.addProperty("problem", run.problem());
    return object;
  }

  private static JsonObject settings(List<RecipeSetting> settings) {
    JsonObject object = new JsonObject();
    settings.forEach(setting -> object.add(setting.key(), setting.json()));
    return object;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
