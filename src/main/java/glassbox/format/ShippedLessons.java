package glassbox.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lessons that come with the program, in the order in which they are best taken. */
public final class ShippedLessons {
  static final List<String> NAMES =
      List.of(
          "first-run",
          "learning-rate",
          "hidden-layer",
          "overfitting",
          "four-and-nine",
          "your-handwriting");

  private ShippedLessons() {}

  /**
   * Reads all of them, always in the same order.
   *
   * @param language of their texts, such as "de"; English where there is no translation
   */
  public static List<Lesson> all(String language) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (String name : NAMES) {
      lessons.add(LessonJson.parse(text(name, language), name + ".lesson"));
    }
    return lessons;
  }

  private static String text(String name, String language) throws IOException {
    try (InputStream in = find(name, language)) {
      if (in == null) {
        throw new FormatException("cannot use the lesson", name, "expected it in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static @Nullable InputStream find(String name, String language) {
    String file = name + ".lesson";
    InputStream translated =
        ShippedLessons.class.getResourceAsStream("lessons/" + language + "/" + file);
    return translated == null
        ? ShippedLessons.class.getResourceAsStream("lessons/" + file)
        : translated;
  }
}
