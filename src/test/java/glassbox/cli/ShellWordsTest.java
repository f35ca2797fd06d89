package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellWordsTest {
  @Test
  void plainWordsStayPlain() {
    assertEquals(
        "train --set seed=1 --out runs/a,b=2",
        ShellWords.line(List.of("train", "--set", "seed=1", "--out", "runs/a,b=2")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aShellReadsTheVeryWords() throws Exception {
    List<String> words =
        List.of(
            "network=[\"dense 8\",\"relu\"]",
            "it's",
            "$HOME",
            "`ls`",
            "a\\b",
            "*",
            "~",
            "",
            " ",
            "a;b|c&d",
            "two\nlines",
            "ä€",
            "#no",
            "!x",
            "=ls",
            "{a,b}",
            "'",
            "-n");
    Process shell =
        new ProcessBuilder("sh", "-c", "printf '%s\\0' " + ShellWords.line(words)).start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor());
    assertEquals(String.join("\0", words) + "\0", read);
  }
}
