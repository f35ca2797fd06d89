package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunAboutTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("about.json");
  }

  private RunAbout read(String text) throws IOException {
    return RunAbout.read(Files.writeString(file, text));
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    RunAbout plain = RunAbout.of("my \"run\" ü", "0123abcd");
    RunAbout all =
        plain
            .withName("other")
            .withNote("two\nlines")
            .withGroup("sweep")
            .forkedFrom("20260102-030405-seed", 1L << 40)
            .joining(List.of("a", "b"));
    for (RunAbout about : new RunAbout[] {plain, all}) {
      about.write(file);
      assertEquals(about, RunAbout.read(file));
    }
    assertEquals(
        new RunAbout(
            "other",
            "two\nlines",
            "20260102-030405-seed",
            1L << 40,
            "sweep",
            "0123abcd",
            List.of("a", "b")),
        all);
  }

  @Test
  void aFolderWithoutTheFileIsCalledByItsName() throws IOException {
    Path run = Files.createDirectories(folder.resolve("20260102-030405-seed"));
    assertEquals(RunAbout.of("20260102-030405-seed", ""), RunAbout.read(run.resolve("about.json")));
  }

  @Test
  void aNewerVersionIsRefusedInWords() {
    Refused.reading(
        () -> read("{\"version\": 2, \"name\": \"x\"}"),
        file,
        "cannot open the run",
        "expected version 1, got 2: a newer Glassbox has written it");
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsLeftEmpty() throws IOException {
    assertEquals(RunAbout.of("", ""), read("{}"));
    assertEquals(
        RunAbout.of("x", ""),
        read(
            "{\"name\":\"x\",\"note\":3,\"parent\":[],\"forkStep\":\"a\",\"group\":null,\"n\":1}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"name\":", "nonsense", "null"})
  void nonsenseIsRefused(String text) {
    Refused.reading(() -> read(text), file);
  }
}
