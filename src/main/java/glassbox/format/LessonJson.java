package glassbox.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import glassbox.format.Lesson.Question;
import glassbox.format.Lesson.Stop;
import glassbox.format.Lesson.Turn;
import glassbox.format.Lesson.View;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lessons as JSON, in files that end with {@code .lesson}. What is wrong is said with its key, such
 * as {@code stops.3.view}.
 */
public final class LessonJson {
  private static final String WHAT = "cannot use the lesson";
  private static final int MOST_STOPS = 100;
  private static final int LONGEST_TEXT = 8000;

  private LessonJson() {}

  /** Reads a lesson from a file of at most 1 MiB. */
  public static Lesson read(Path file) throws IOException {
    return parse(Json.readText(file, WHAT), file.toString());
  }

  /** Writes a lesson to a file, in the place of what was there. */
  public static void save(Path file, Lesson lesson) throws IOException {
    AtomicFiles.write(file.toAbsolutePath(), write(lesson));
  }

  /**
   * Reads a lesson from its text.
   *
   * @param where what the text came from, for errors
   */
  public static Lesson parse(String json, String where) throws FormatException {
    if (!(Json.parse(json, where) instanceof JsonObject object)) {
      throw new FormatException(WHAT, where, "expected a JSON object");
    }
    JsonSection top = new JsonSection(WHAT, object, "", where);
    String title = text(top, "title", 80);
    int minutes = top.count("minutes", 5, "in [1, 90]");
    if (minutes < 1 || minutes > 90) {
      throw top.wrongValue("minutes", "must be in [1, 90], got " + minutes);
    }
    String summary = text(top, "summary", 300);
    Recipe recipe = RecipeJson.parse(Json.compact(top.object("recipe")), where);
    RunPlan plan = plan(top, recipe, where);
    List<Stop> stops = new ArrayList<>();
    Recipe present = recipe;
    for (JsonSection section : top.sections("stops")) {
      Stop stop = stop(section, present);
      present = stop.turn() == null ? present : stop.turn().recipe();
      stops.add(stop);
    }
    top.refuseOthers();
    if (stops.isEmpty() || stops.size() > MOST_STOPS) {
      throw top.wrongValue(
          "stops", "must be 1 to %d stops, got %d".formatted(MOST_STOPS, stops.size()));
    }
    return new Lesson(title, minutes, summary, plan, stops);
  }

  private static RunPlan plan(JsonSection top, Recipe recipe, String where) throws FormatException {
    StringBuilder lines = new StringBuilder();
    for (JsonSection change : top.sections("changes")) {
      lines.append(Json.compact(change.whole())).append('\n');
    }
    return ChangesJson.parse(lines.toString(), recipe, where);
  }

  private static Stop stop(JsonSection section, Recipe present) throws FormatException {
    Stop stop =
        new Stop(
            text(section, "text", LONGEST_TEXT),
            view(section),
            highlight(section),
            step(section),
            turn(section, present),
            question(section.sectionOrNull("question")),
            section.truth("guess", false));
    section.refuseOthers();
    return stop;
  }

  private static String text(JsonSection section, String key, int longest) throws FormatException {
    String text = section.text(key, "");
    if (text.isBlank() || text.length() > longest) {
      throw section.wrongValue(
          key, "must be a text of 1 to %,d characters, got %,d".formatted(longest, text.length()));
    }
    return text;
  }

  private static @Nullable View view(JsonSection section) throws FormatException {
    String name = section.text("view", "");
    if (name.isEmpty()) {
      return null;
    }
    List<String> names =
        Arrays.stream(View.values()).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(name)) {
      throw section.wrongValue(
          "view", "must be one of %s, got \"%s\"".formatted(String.join(", ", names), name));
    }
    return View.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String highlight(JsonSection section) throws FormatException {
    String id = section.text("highlight", "");
    if (!id.matches("[a-z0-9-]{0,60}")) {
      throw section.wrongValue("highlight", "must be an id of small letters, got \"" + id + "\"");
    }
    return id.isEmpty() ? null : id;
  }

  private static @Nullable Long step(JsonSection section) throws FormatException {
    int step = section.count("step", -1, "in [0, %d]".formatted(Integer.MAX_VALUE));
    if (step < -1) {
      throw section.wrongValue("step", "must be at least 0, got " + step);
    }
    return step == -1 ? null : (long) step;
  }

  /** A new run that differs from the present one, or a fork of it. */
  private static @Nullable Turn turn(JsonSection section, Recipe present) throws FormatException {
    JsonSection run = section.sectionOrNull("run");
    if (run == null) {
      return null;
    }
    int fork = run.count("fork", -1, "in [0, %d]".formatted(Integer.MAX_VALUE));
    List<RecipeSetting> settings = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : run.object("set").entrySet()) {
      settings.add(new RecipeSetting(entry.getKey(), Json.compact(entry.getValue())));
    }
    run.refuseOthers();
    try {
      return new Turn(RecipeJson.with(present, settings), fork < 0 ? null : (long) fork);
    } catch (FormatException e) {
      throw run.wrongValue("set", "cannot be used: " + e.getMessage());
    }
  }

  private static @Nullable Question question(@Nullable JsonSection section) throws FormatException {
    if (section == null) {
      return null;
    }
    Question question =
        new Question(
            text(section, "text", 600),
            section.texts("choices", List.of()),
            section.count("answer", -1, "a choice's number, from 0"),
            text(section, "why", 1200));
    section.refuseOthers();
    int choices = question.choices().size();
    if (choices < 2 || choices > 6) {
      throw section.wrongValue("choices", "must be 2 to 6 texts, got " + choices);
    }
    if (question.answer() < 0 || question.answer() >= choices) {
      throw section.wrongValue(
          "answer", "must be in [0, %d), got %d".formatted(choices, question.answer()));
    }
    return question;
  }

  /** The lesson as it is read. */
  public static String write(Lesson lesson) {
    JsonObject top = new JsonObject();
    top.addProperty("title", lesson.title());
    top.addProperty("minutes", lesson.minutes());
    top.addProperty("summary", lesson.summary());
    top.add("recipe", RecipeTree.of(lesson.plan().start()));
    JsonArray changes = new JsonArray();
    ChangesJson.write(lesson.plan()).lines().forEach(line -> changes.add(parsed(line)));
    top.add("changes", changes);
    JsonArray stops = new JsonArray();
    Recipe present = lesson.plan().start();
    for (Stop stop : lesson.stops()) {
      stops.add(tree(stop, present));
      present = stop.turn() == null ? present : stop.turn().recipe();
    }
    top.add("stops", stops);
    return Json.pretty(top);
  }

  private static JsonElement parsed(String line) {
    try {
      return Json.parse(line, "changes");
    } catch (FormatException e) {
      throw new IllegalStateException(e); // it was written a moment ago
    }
  }

  private static JsonObject tree(Stop stop, Recipe present) {
    JsonObject tree = new JsonObject();
    tree.addProperty("text", stop.text());
    if (stop.view() != null) {
      tree.addProperty("view", stop.view().name().toLowerCase(Locale.ROOT));
    }
    if (stop.highlight() != null) {
      tree.addProperty("highlight", stop.highlight());
    }
    if (stop.turn() != null) {
      tree.add("run", tree(stop.turn(), present));
    }
    if (stop.step() != null) {
      tree.addProperty("step", stop.step());
    }
    if (stop.question() != null) {
      tree.add("question", tree(stop.question()));
    }
    if (stop.guess()) {
      tree.addProperty("guess", true);
    }
    return tree;
  }

  private static JsonObject tree(Turn turn, Recipe present) {
    JsonObject tree = new JsonObject();
    if (turn.forkStep() != null) {
      tree.addProperty("fork", turn.forkStep());
    }
    JsonObject set = new JsonObject();
    for (RecipeSetting setting : RecipeJson.differences(present, turn.recipe())) {
      set.add(setting.key(), setting.json());
    }
    tree.add("set", set);
    return tree;
  }

  private static JsonObject tree(Question question) {
    JsonObject tree = new JsonObject();
    tree.addProperty("text", question.text());
    JsonArray choices = new JsonArray();
    question.choices().forEach(choices::add);
    tree.add("choices", choices);
    tree.addProperty("answer", question.answer());
    tree.addProperty("why", question.why());
    return tree;
  }
}
