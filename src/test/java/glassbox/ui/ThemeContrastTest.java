package glassbox.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.ui.controls.Contrast;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens of every theme: what can be read and told apart on what (WCAG 2.2, 1.4.3, 1.4.11). */
class ThemeContrastTest {
  private static final Pattern TOKEN = Pattern.compile("-gb-([\\w-]+): (#\\w+);");
  private static final double TEXT = 4.5;
  private static final double MARK = 3;

  private static Map<String, Color> tokens(String theme) throws IOException {
    try (InputStream in = Theme.class.getResourceAsStream(theme + ".css")) {
      Matcher found = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, Color> tokens = new TreeMap<>();
      while (found.find()) {
        tokens.put(found.group(1), Color.web(found.group(2)));
      }
      return tokens;
    }
  }

  private static List<String> numbered(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + i).toList();
  }

  private final List<String> faults = new ArrayList<>();

  private void require(Map<String, Color> tokens, double least, String ink, String... behind) {
    for (String each : behind) {
      double ratio = Contrast.ratio(tokens.get(ink), tokens.get(each));
      if (ratio < least) {
        faults.add("%s on %s has %.2f of %.1f".formatted(ink, each, ratio, least));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void everyInkIsSeenOnWhatItLiesOn(String theme) throws IOException {
    Map<String, Color> tokens = tokens(theme);
    String[] papers = {"card", "background", "info-background", "problem-background"};
    require(tokens, TEXT, "text", papers);
    require(tokens, TEXT, "muted", papers);
    require(tokens, TEXT, "muted", "cell-found");
    require(tokens, TEXT, "accent", "card", "background", "accent-soft");
    require(tokens, TEXT, "on-accent", "accent-fill");
    for (String ink : List.of("train", "validation-text", "correct", "incorrect")) {
      require(tokens, TEXT, ink, "card");
    }
    numbered("run-text-", 8).forEach(ink -> require(tokens, TEXT, ink, "card"));
    Stream.of(
            List.of("train", "validation", "correct", "incorrect"),
            List.of("accent", "cell-mistake", "cell-more", "cell-fewer"),
            numbered("run-", 8),
            numbered("class-", 10))
        .flatMap(List::stream)
        .forEach(ink -> require(tokens, MARK, ink, "card"));
    assertEquals(List.of(), faults);
  }

  @Test
  void highContrastIsHigherEverywhere() throws IOException {
    Map<String, Color> tokens = tokens("contrast");
    for (String ink : List.of("text", "muted", "accent", "line", "validation-text", "incorrect")) {
      require(tokens, 7, ink, "card", "background");
    }
    numbered("class-", 10).forEach(ink -> require(tokens, 7, ink, "card"));
    numbered("run-", 8).forEach(ink -> require(tokens, 7, ink, "card"));
    assertEquals(List.of(), faults);
  }

  @Test
  void allThemesHaveTheSameTokens() throws IOException {
    assertEquals(tokens("light").keySet(), tokens("dark").keySet());
    assertEquals(tokens("light").keySet(), tokens("contrast").keySet());
  }

  @Test
  void theDesktopsWishIsFollowed() {
    assertEquals(Theme.LIGHT, Theme.ofDesktop(false, ColorScheme.LIGHT));
    assertEquals(Theme.DARK, Theme.ofDesktop(false, ColorScheme.DARK));
    assertEquals(Theme.CONTRAST, Theme.ofDesktop(true, ColorScheme.LIGHT));
  }

  @Test
  void theThemesComeInTurn() {
    assertEquals(Theme.DARK, Theme.LIGHT.next());
    assertEquals(Theme.CONTRAST, Theme.DARK.next());
    assertEquals(Theme.LIGHT, Theme.CONTRAST.next());
  }
}
