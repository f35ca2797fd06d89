package glassbox.ui.confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.controls.Contrast;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits can be read on every cell, in both themes, and the colours tell what they should. */
class CellColoursTest {
  /** What WCAG 2.2 asks of texts. */
  private static final double LEGIBLE = 4.5;

  private static Map<String, Color> tokens(String theme) throws IOException {
    Map<String, Color> tokens = new HashMap<>();
    try (InputStream css = CellColours.class.getResourceAsStream("/glassbox/ui/" + theme)) {
      Matcher each =
          Pattern.compile("-gb-([a-z0-9-]+): (#[0-9a-f]{6});")
              .matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
      while (each.find()) {
        tokens.put(each.group(1), Color.web(each.group(2)));
      }
    }
    return tokens;
  }

  private static CellColours colours(Map<String, Color> tokens) {
    return new CellColours(
        tokens.get("card"),
        tokens.get("cell-found"),
        tokens.get("cell-mistake"),
        tokens.get("cell-more"),
        tokens.get("cell-fewer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css"})
  void digitsAreLegibleOnEveryCell(String theme) throws IOException {
    Map<String, Color> tokens = tokens(theme);
    CellColours colours = colours(tokens);
    for (int i = -1000; i <= 1000; i++) {
      for (int kind = 0; kind < 4; kind++) {
        boolean difference = (kind & 1) != 0;
        double weight = difference ? i / 1000.0 : Math.abs(i) / 1000.0;
        Color behind = colours.cell(difference, (kind & 2) != 0, weight);
        double contrast = Contrast.ratio(Contrast.blackOrWhite(behind), behind);
        assertTrue(contrast >= LEGIBLE, "%s %s: %.2f".formatted(theme, weight, contrast));
      }
    }
    assertTrue(Contrast.ratio(tokens.get("muted"), tokens.get("card")) >= LEGIBLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css"})
  void moreMistakesStandOutMore(String theme) throws IOException {
    CellColours colours = colours(tokens(theme));
    double before = 1;
    for (int i = 1; i <= 20; i++) {
      double now = Contrast.ratio(colours.cell(false, false, i / 20.0), colours.card());
      assertTrue(now > before, theme + " " + i);
      before = now;
    }
    assertTrue(before > 3, theme + ": the most frequent mistake contrasts by " + before);
  }

  /** Also without the difference of red and green: blue differs in the other two channels. */
  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css"})
  void moreAndFewerDifferInBlue(String theme) throws IOException {
    CellColours colours = colours(tokens(theme));
    Color more = colours.cell(true, false, 1);
    Color fewer = colours.cell(true, false, -1);
    assertTrue(fewer.getBlue() - more.getBlue() > 0.3, theme);
    assertTrue(more.getRed() - fewer.getRed() > 0.3, theme);
    assertEquals(colours.card(), colours.cell(true, true, 0));
  }
}
