package glassbox.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.analysis.ClassBalance;
import glassbox.data.ImageDataset;
import glassbox.data.folder.Fit;
import glassbox.data.folder.IdxFolder;
import glassbox.data.folder.ImportOptions;
import glassbox.data.folder.Imported;
import glassbox.data.folder.Inversion;
import glassbox.data.folder.OwnData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox import}: pictures in class folders become a data set of IDX files. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Make a data set of pictures that stand in a folder for each class.",
    footer = {
      "",
      "PNG, JPEG, GIF (first frame) and BMP, up to 1,000,000 files and 256 classes. Folders",
      "train and test are kept apart; otherwise a share of each class is tested on.",
      "What cannot be used is left out, counted and named. IDX files are copied as they are."
    })
final class ImportCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:[xX×](\\d{1,5}))?");
  private static final int NAMED = 20;

  @Parameters(paramLabel = "SOURCE", description = "A folder, .zip or .tar.gz with class folders.")
  private Path source = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new or empty folder for the four IDX files and labels.txt.")
  private Path out = Path.of("");

  @Option(names = "--size", paramLabel = "WxH", description = "Size of the images (28x28).")
  private String size = "28x28";

  @Option(
      names = "--fit",
      paramLabel = "HOW",
      description = "contain (whole, black beside it), cover or stretch.")
  private Fit fit = ImportOptions.DEFAULT.fit();

  @Option(
      names = "--invert",
      paramLabel = "WHEN",
      description = "auto (where most are dark on bright), yes or no.")
  private Inversion inversion = ImportOptions.DEFAULT.inversion();

  @Option(
      names = "--test",
      paramLabel = "SHARE",
      description = "Share of each class to test on where no folder says so (1 in 6).")
  private double testShare = ImportOptions.DEFAULT.testShare();

  @Option(names = "--seed", paramLabel = "N", description = "Of that choice and the order (1).")
  private long seed = ImportOptions.DEFAULT.seed();

  @Option(names = "--json", description = "Print JSON, with every file that was left out.")
  private boolean json;

  @Override
  public Integer call() throws IOException, BadInputException {
    ImportOptions options = options();
    IdxFolder.requireFree(out);
    Imported imported = OwnData.read(source, options, new ImportLines());
    IdxFolder.write(imported.data(), out);
    System.out.print(json ? json(imported) + System.lineSeparator() : words(imported));
    return 0;
  }

  private ImportOptions options() throws BadInputException {
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw new BadInputException(
          "cannot import pictures", "--size", "expected WxH such as 28x28, got " + size);
    }
    int width = Integer.parseInt(sides.group(1));
    @Nullable String high = sides.group(2);
    int height = high == null ? width : Integer.parseInt(high);
    try {
      return new ImportOptions(height, width, fit, inversion, testShare, seed);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot import pictures", "options", String.valueOf(e.getMessage()));
    }
  }

  private String words(Imported imported) {
    ImageDataset data = imported.data();
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%s: %,d training and %,d test images of %dx%d, %d classes%s",
        out,
        data.train().count(),
        data.test().count(),
        data.train().height(),
        data.train().width(),
        data.classes(),
        imported.inverted() ? ", inverted" : "");
    for (ClassBalance.Count each : ClassBalance.of(data).classes()) {
      line(text, "  %-24s %,7d %,7d", each.name(), each.train(), each.test());
    }
    imported.skippedByReason().forEach((why, n) -> line(text, "left out: %,d, %s", n, why));
    imported.skipped().stream()
        .limit(NAMED)
        .forEach(each -> line(text, "  %s: %s", oneLine(each.name()), each.why()));
    if (imported.skipped().size() > NAMED) {
      line(text, "  and %,d more: --json names all", imported.skipped().size() - NAMED);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private String json(Imported imported) {
    ImageDataset data = imported.data();
    JsonObject json = new JsonObject();
    json.addProperty("out", out.toString());
    json.addProperty("trainingImages", data.train().count());
    json.addProperty("testImages", data.test().count());
    json.addProperty("width", data.train().width());
    json.addProperty("height", data.train().height());
    json.addProperty("inverted", imported.inverted());
    JsonArray classes = new JsonArray();
    for (ClassBalance.Count each : ClassBalance.of(data).classes()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", each.name());
      one.addProperty("train", each.train());
      one.addProperty("test", each.test());
      classes.add(one);
    }
    json.add("classes", classes);
    JsonArray skipped = new JsonArray();
    imported
        .skipped()
        .forEach(each -> {
          JsonObject one = new JsonObject();
          one.addProperty("file", each.name());
          one.addProperty("why", each.why());
          skipped.add(one);
        });
    json.add("skipped", skipped);
    return json.toString();
  }
}
