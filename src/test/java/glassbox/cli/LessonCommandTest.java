package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher checks a lesson before the class. */
class LessonCommandTest {
  @TempDir Path folder;

  private String file(String json) throws IOException {
    return Files.writeString(folder.resolve("my.lesson"), json).toString();
  }

  @Test
  void aGoodLessonIsCounted() throws IOException {
    String path =
        file("{\"title\":\"Mine\",\"summary\":\"s\",\"minutes\":4,\"stops\":[{\"text\":\"x\"}]}");
    CommandRun done = CommandRun.of("lesson", "check", path).succeeded();
    assertEquals("\"Mine\": 1 stops, 0 questions, about 4 minutes", done.out().strip());
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    CommandRun.of("lesson", "check", file("{\"title\":\"Mine\"}")).failed(Errors.WRONG, "summary");
    CommandRun.of("lesson", "check", folder.resolve("none").toString())
        .failed(Errors.WRONG, "none");
    CommandRun.of("lesson").failed(Errors.WRONG, "lesson check FILE");
  }
}
