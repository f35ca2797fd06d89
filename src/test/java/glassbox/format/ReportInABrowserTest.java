package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in Chromium without a window, where there is one: it asks for nothing. */
class ReportInABrowserTest {
  private static final Pattern ASKED = Pattern.compile("\"url\":\"(https?://[^\"]*)\"");

  /** What the browser asks its maker by itself. */
  private static final Pattern ITS_OWN =
      Pattern.compile("https?://([a-z0-9-]+\\.)*(google|googleapis|gvt1|gstatic)\\.com/.*");

  @TempDir Path folder;

  private static Optional<Path> browser() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(place ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @BeforeAll
  static void thereIsABrowser() {
    assumeTrue(browser().isPresent(), "no Chromium on the path");
  }

  /** What a page has become, what it said on the console, and what it asked for. */
  private record Visit(String page, List<String> console, List<String> asked) {}

  private Visit visit(String html) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    Path seen = folder.resolve("seen.html");
    Path said = folder.resolve("said.txt");
    Path net = folder.resolve("net.json");
    Process chromium =
        new ProcessBuilder(
                browser().orElseThrow().toString(),
                "--headless",
                "--disable-gpu",
                "--no-sandbox",
                "--user-data-dir=" + folder.resolve("browser"),
                "--disable-background-networking",
                "--no-first-run",
                "--enable-logging=stderr",
                "--log-net-log=" + net,
                "--virtual-time-budget=3000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(seen.toFile())
            .redirectError(said.toFile())
            .start();
    boolean ended = chromium.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      chromium.destroyForcibly();
    }
    assumeTrue(ended && chromium.exitValue() == 0, () -> "Chromium does not work: " + read(said));
    return new Visit(
        read(seen),
        read(said).lines().filter(line -> line.contains("CONSOLE")).toList(),
        ASKED
            .matcher(read(net))
            .results()
            .map(match -> match.group(1))
            .filter(url -> !ITS_OWN.matcher(url).matches())
            .toList());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void theReportDrawsItsCurvesAndAsksForNothing() throws Exception {
    String html = new ReportPage(ReportSamples.data(10), "AAAA").html();
    Visit visit = visit(html);
    assertEquals(List.of(), visit.console());
    assertEquals(List.of(), visit.asked());
    assertFalse(html.contains("<path"), "nothing is drawn before");
    assertTrue(visit.page().contains("<path"), "the script has drawn");
  }

  @Test
  void aPageThatAsksAndComplainsIsFoundOut() throws Exception {
    Visit visit =
        visit("<img src=\"https://glassbox.invalid/x.png\"><script>console.error('oops')</script>");
    assertTrue(visit.console().getFirst().contains("oops"));
    assertEquals("https://glassbox.invalid/x.png", visit.asked().getFirst());
  }
}
