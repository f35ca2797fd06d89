package glassbox.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

  /** Reads all of them. */
  public static List<Lesson> all() throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (String name : NAMES) {
      lessons.add(LessonJson.parse(text(name), name + ".lesson"));
    }
    return lessons;
  }

  private static String text(String name) throws IOException {
    try (InputStream in = ShippedLessons.class.getResourceAsStream("lessons/" + name + ".lesson")) {
      if (in == null) {
        throw new FormatException("cannot use the lesson", name, "expected it in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
