package glassbox.ui;

import glassbox.training.Recipe;
import glassbox.ui.session.Machine;
import glassbox.ui.session.RecipeMemory;
import glassbox.ui.words.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the window remembers from one start to the next, in {@code settings.properties} of the
 * folder Glassbox in the user's home (or of the system property {@code glassbox.home}). A file that
 * is broken or cannot be written costs the memory, nothing else.
 */
public final class Settings {
  static final int MOST_THREADS = 256;
  static final int LEAST_MEGABYTES = 16;

  private static final String PACE = "steps.per.second";
  private static final String LANGUAGE = "language";

  private final Path folder;
  private final Properties values = new Properties();

  private Settings(Path folder) {
    this.folder = folder;
  }

  /** Reads what was remembered. */
  public static Settings load() {
    Settings settings = new Settings(defaultHome());
    try (Reader in = Files.newBufferedReader(settings.file())) {
      settings.values.load(in);
    } catch (IOException | IllegalArgumentException e) {
      settings.values.clear(); // the first start, or a broken file: defaults
    }
    return settings;
  }

  static Path defaultHome() {
    String chosen = System.getProperty("glassbox.home", "");
    return chosen.isEmpty()
        ? Path.of(System.getProperty("user.home"), "Glassbox")
        : Path.of(chosen);
  }

  /** What is remembered, but for what tells where somebody keeps something. */
  SortedMap<String, String> withoutPaths() {
    SortedMap<String, String> shown = new TreeMap<>();
    for (String key : values.stringPropertyNames()) {
      String value = values.getProperty(key).replaceAll("\\s+", " ");
      shown.put(key, value.matches(".*[/\\\\].*") ? "(not shown: has a path)" : value);
    }
    return shown;
  }

  /** Where the settings, the runs and the logs are. */
  public Path home() {
    return folder;
  }

  private Path file() {
    return folder.resolve("settings.properties");
  }

  /** Writes what is to be remembered, beside the file first. */
  public synchronized void save() {
    try {
      Files.createDirectories(folder);
      Path beside = folder.resolve(".settings.properties.part");
      try (Writer out = Files.newBufferedWriter(beside)) {
        values.store(out, "Glassbox: what the window remembers");
      }
      Files.move(beside, file(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(Settings.class.getName())
          .log(System.Logger.Level.WARNING, "settings are not remembered: " + e);
    }
  }

  /** Where runs are kept; {@code runs.folder} in the file sets it. */
  public Path runsFolder() {
    return folder("runs.folder", usualRunsFolder());
  }

  Path usualRunsFolder() {
    return folder.resolve("runs");
  }

  /** A folder that was chosen; the missing one where the file has no folder's name. */
  Path folder(String key, Path missing) {
    try {
      String chosen = values.getProperty(key, "");
      return chosen.isBlank() ? missing : Path.of(chosen);
    } catch (InvalidPathException e) {
      return missing;
    }
  }

  void setFolder(String key, Path chosen) {
    values.setProperty(key, chosen.toString());
  }

  /** How many threads share each step; one processor stays with the screen unless one says so. */
  public int threads() {
    return whole("threads", new Bounds(1, MOST_THREADS), usualThreads());
  }

  static int usualThreads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, MOST_THREADS);
  }

  /** How many MiB all keyframes together may take. */
  int keyframeMegabytes() {
    return whole(
        "keyframes.megabytes",
        new Bounds(LEAST_MEGABYTES, Integer.MAX_VALUE),
        Machine.KEYFRAME_MEGABYTES);
  }

  private record Bounds(int least, int most) {}

  /** A whole number; the missing one where the file has none, or one out of bounds. */
  private int whole(String key, Bounds bounds, int missing) {
    double value = number(key, missing);
    boolean good = value == Math.rint(value) && value >= bounds.least() && value <= bounds.most();
    return good ? (int) value : missing;
  }

  /** Where drawings are kept. */
  Path drawingsFolder() {
    return folder.resolve("drawings");
  }

  /** Where data sets of one's own are kept. */
  Path dataFolder() {
    return folder("data.folder", usualDataFolder());
  }

  Path usualDataFolder() {
    return folder.resolve("data");
  }

  public Theme theme() {
    return choice("theme", Theme.SYSTEM);
  }

  public void setTheme(Theme theme) {
    setChoice("theme", theme);
  }

  /** One of several; the missing one where another word stands in the file. */
  <E extends Enum<E>> E choice(String key, E missing) {
    String word = values.getProperty(key, "").toUpperCase(Locale.ROOT);
    return EnumSet.allOf(missing.getDeclaringClass()).stream()
        .filter(each -> each.name().equals(word))
        .findFirst()
        .orElse(missing);
  }

  void setChoice(String key, Enum<?> value) {
    values.setProperty(key, value.name().toLowerCase(Locale.ROOT));
  }

  /** The code of the language that the user chose, empty for none. */
  public String language() {
    return values.getProperty(LANGUAGE, "");
  }

  public void setLanguage(Language language) {
    values.setProperty(LANGUAGE, language.code());
  }

  /** The speed that the user chose, in steps per second, infinite for full speed. */
  public OptionalDouble pace() {
    if ("full".equals(values.getProperty(PACE))) {
      return OptionalDouble.of(Double.POSITIVE_INFINITY);
    }
    double stepsPerSecond = number(PACE, 0);
    return stepsPerSecond > 0 ? OptionalDouble.of(stepsPerSecond) : OptionalDouble.empty();
  }

  public void setPace(double stepsPerSecond) {
    values.setProperty(
        PACE, Double.isInfinite(stepsPerSecond) ? "full" : Double.toString(stepsPerSecond));
  }

  /** The speed is again one that suits the run. */
  void forgetPace() {
    values.remove(PACE);
  }

  public double number(String key, double missing) {
    try {
      double value = Double.parseDouble(values.getProperty(key, ""));
      return Double.isFinite(value) ? value : missing;
    } catch (NumberFormatException e) {
      return missing;
    }
  }

  public void setNumber(String key, double value) {
    values.setProperty(key, Double.toString(value));
  }

  /** Words, empty where there are none. */
  public String text(String key) {
    return values.getProperty(key, "");
  }

  public void setText(String key, String value) {
    values.setProperty(key, value);
  }

  public boolean truth(String key, boolean missing) {
    return Boolean.parseBoolean(values.getProperty(key, Boolean.toString(missing)));
  }

  public void setTruth(String key, boolean value) {
    values.setProperty(key, Boolean.toString(value));
  }

  /** The last recipe, or the seed preset. */
  public Recipe recipe() {
    return RecipeMemory.fromText(values.getProperty("recipe", "{}"));
  }

  public void setRecipe(Recipe recipe) {
    values.setProperty("recipe", RecipeMemory.toText(recipe));
  }
}
