package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.Lesson.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons as files: what is written is read, and what is wrong is said in one line. */
class LessonJsonTest {
  static java.util.List<Lesson> shipped() throws IOException {
    return ShippedLessons.all("en");
  }

  @Test
  void sixLessonsShip() throws IOException {
    assertEquals(6, shipped().size());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedLessonIsShortAndAsks(Lesson lesson) {
    assertTrue(lesson.minutes() >= 5 && lesson.minutes() <= 10, lesson.title());
    assertTrue(lesson.stops().stream().anyMatch(stop -> stop.question() != null), lesson.title());
    assertTrue(lesson.stops().stream().anyMatch(stop -> stop.step() != null), "it trains");
    for (Stop stop : lesson.stops()) {
      assertTrue(stop.text().startsWith("#"), "a stop has a title: " + stop.text());
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsWrittenIsRead(Lesson lesson) throws IOException {
    assertEquals(lesson, LessonJson.parse(LessonJson.write(lesson), "written"));
  }

  @Test
  void changesAndForksAreKept(@TempDir Path folder) throws IOException {
    Lesson lesson =
        LessonJson.parse(
            """
            {"title": "T", "summary": "S", "recipe": {"epochs": 3},
             "changes": [{"step": 5, "key": "optimizer.learningRate", "value": 0.01}],
             "stops": [{"text": "a", "step": 9},
                       {"text": "b", "run": {"fork": 4, "set": {"batchSize": 64}}}]}
            """,
            "here");
    Path file = folder.resolve("a.lesson");
    LessonJson.save(file, lesson);
    Lesson again = LessonJson.read(file);
    assertEquals(lesson, again);
    assertEquals(5, again.plan().changes().getFirst().step());
    Lesson.Turn turn = again.stops().get(1).turn();
    assertNotNull(turn);
    assertEquals(4L, turn.forkStep());
    assertEquals(64, turn.recipe().batchSize());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [] | expected a JSON object
          {"title":"t","summary":"s"} | stops must be 1 to 100 stops, got 0
          {"title":"","summary":"s","stops":[{"text":"x"}]} | title must be a text of 1 to 80 characters, got 0
          {"title":"t","summary":"s","minutes":0,"stops":[{"text":"x"}]} | minutes must be in [1, 90], got 0
          {"title":"t","summary":"s","stops":[{"text":"x","view":"kitchen"}]} | stops.0.view must be one of train, errors, map, draw, data, runs, got "kitchen"
          {"title":"t","summary":"s","stops":[{"text":"x","highlight":"#a b"}]} | stops.0.highlight must be an id of small letters
          {"title":"t","summary":"s","stops":[{"text":"x","step":-7}]} | stops.0.step must be at least 0, got -7
          {"title":"t","summary":"s","stops":[{"text":"x","colour":1}]} | unknown key stops.0.colour
          {"title":"t","summary":"s","stops":["x"]} | stops must be a list of objects
          {"title":"t","summary":"s","stops":[{"text":"x","run":{"set":{"nonsense":1}}}]} | stops.0.run.set cannot be used
          {"title":"t","summary":"s","recipe":{"epochs":0},"stops":[{"text":"x"}]} | epochs
          {"title":"t","summary":"s","stops":[{"text":"x","question":{"text":"q","choices":["a"],"answer":0,"why":"w"}}]} | choices must be 2 to 6 texts, got 1
          {"title":"t","summary":"s","stops":[{"text":"x","question":{"text":"q","choices":["a","b"],"answer":2,"why":"w"}}]} | answer must be in [0, 2), got 2
          {"title":"t","summary":"s","changes":[{"step":1,"key":"network","value":["dense 10"]}],"stops":[{"text":"x"}]} | network
          """)
  void whatIsWrongIsNamed(String json, String words) {
    FormatException e =
        assertThrows(FormatException.class, () -> LessonJson.parse(json, "a.lesson"));
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    assertEquals(1, String.valueOf(e.getMessage()).lines().count());
  }

  @Test
  void aHugeFileIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("huge.lesson"), new byte[2 << 20]);
    assertThrows(FormatException.class, () -> LessonJson.read(file));
  }
}
