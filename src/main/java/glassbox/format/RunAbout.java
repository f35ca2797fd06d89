package glassbox.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glassbox.data.ImageDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run's folder says about the run beside what it was, in {@code about.json}.
 *
 * @param name that the user gave it, or the recipe's
 * @param note of the user
 * @param parent the folder of the run that it was forked from, as seen from where the run's own
 *     folder lies, mostly its name alone; null for none
 * @param forkStep steps that it shares with its parent
 * @param group a name that the runs of one sweep share; null for none
 * @param checksum of the data set's pixels and labels; empty where it is not known
 * @param members the networks that an ensemble joins, as they were named; empty for any other run
 */
public record RunAbout(
    String name,
    String note,
    @Nullable String parent,
    long forkStep,
    @Nullable String group,
    String checksum,
    List<String> members) {
  private static final int VERSION = 1;
  private static final String WHAT = "cannot open the run";

  public RunAbout {
    members = List.copyOf(members);
  }

  /** A run of its own. */
  public static RunAbout of(String name, String checksum) {
    return new RunAbout(name, "", null, 0, null, checksum, List.of());
  }

  public RunAbout withName(String other) {
    return new RunAbout(other, note, parent, forkStep, group, checksum, members);
  }

  public RunAbout withNote(String other) {
    return new RunAbout(name, other, parent, forkStep, group, checksum, members);
  }

  public RunAbout withGroup(String other) {
    return new RunAbout(name, note, parent, forkStep, other, checksum, members);
  }

  /** The same as a fork of another run. */
  public RunAbout forkedFrom(String folder, long step) {
    return new RunAbout(name, note, folder, step, group, checksum, members);
  }

  /**
   * A folder as it is seen from another, to be found again where both have moved together.
   *
   * @return the path between them, with slashes; where there is none, the folder's name
   */
  public static String seenFrom(Path place, Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    try {
      return place.toAbsolutePath().normalize().relativize(there).toString().replace('\\', '/');
    } catch (IllegalArgumentException e) {
      return String.valueOf(there.getFileName()); // on another drive
    }
  }

  /**
   * The folder that {@link #seenFrom} gave a path of.
   *
   * @throws java.nio.file.InvalidPathException where it is no path
   */
  public static Path foundFrom(Path place, String seen) {
    return place.resolve(seen).normalize();
  }

  /** The same as several networks in one. */
  public RunAbout joining(List<String> networks) {
    return new RunAbout(name, note, parent, forkStep, group, checksum, networks);
  }

  /** Whether it is several networks in one, which nobody has trained. */
  public boolean isEnsemble() {
    return !members.isEmpty();
  }

  /** Whether these are the images that the run learned, as far as that is known. */
  public boolean isOf(ImageDataset data) {
    return checksum.isEmpty() || checksum.equals(data.checksum());
  }

  void write(Path file) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("version", VERSION);
    json.addProperty("name", name);
    json.addProperty("note", note);
    json.addProperty("parent", parent);
    json.addProperty("forkStep", forkStep);
    json.addProperty("group", group);
    json.addProperty("dataChecksum", checksum);
    if (isEnsemble()) {
      JsonArray names = new JsonArray();
      members.forEach(names::add);
      json.add("members", names);
    }
    AtomicFiles.write(file, Json.pretty(json));
  }

  /** Reads the file, or makes one up from the folder's name where there is none. */
  static RunAbout read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return of(String.valueOf(file.resolveSibling("").toAbsolutePath().getFileName()), "");
    }
    String where = file.toString();
    if (!(Json.parse(Json.readText(file, WHAT), where) instanceof JsonObject json)) {
      throw new FormatException(WHAT, where, "expected a JSON object");
    }
    double version =
        json.get("version") instanceof JsonPrimitive p && p.isNumber() ? p.getAsDouble() : VERSION;
    if (version > VERSION) {
      throw new FormatException(
          WHAT,
          where,
          "expected version 1, got %.0f: a newer Glassbox has written it".formatted(version));
    }
    JsonElement step = json.get("forkStep");
    return new RunAbout(
        text(json, "name"),
        text(json, "note"),
        textOrNull(json, "parent"),
        step instanceof JsonPrimitive number && number.isNumber() ? number.getAsLong() : 0,
        textOrNull(json, "group"),
        text(json, "dataChecksum"),
        texts(json, "members"));
  }

  private static List<String> texts(JsonObject json, String key) {
    return json.get(key) instanceof JsonArray array
        ? array.asList().stream()
            .filter(each -> each instanceof JsonPrimitive value && value.isString())
            .map(JsonElement::getAsString)
            .toList()
        : List.of();
  }

  private static String text(JsonObject json, String key) {
    String text = textOrNull(json, key);
    return text == null ? "" : text;
  }

  private static @Nullable String textOrNull(JsonObject json, String key) {
    return json.get(key) instanceof JsonPrimitive value && value.isString()
        ? value.getAsString()
        : null;
  }
}
