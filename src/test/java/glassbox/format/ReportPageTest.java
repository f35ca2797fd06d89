package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static String html(String title, String recipe, String name, String value) {
    ReportData data = ReportSamples.data(10);
    LinkedHashMap<String, String> figures = new LinkedHashMap<>();
    figures.put(name, value);
    figures.put("second", "2");
    return new ReportPage(
            new ReportData(
                title,
                data.history(),
                data.course(),
                data.predictions(),
                data.classNames(),
                recipe,
                figures))
        .html();
  }

  @Test
  void escapesEverythingThatItIsGiven() {
    String evil = "<script>alert('$1 \\ & \"{title}\")</script>";
    String html = html(evil, evil, evil, evil);
    assertFalse(html.contains("<script"));
    assertEquals(
        5, // the title twice, the recipe, a name, a value
        html.split("&lt;script&gt;alert\\(&#39;\\$1 \\\\ &amp; &quot;\\{title\\}&quot;\\)", -1)
                .length
            - 1);
  }

  @Test
  void showsPicturesFiguresAndRecipe() {
    String html = html("seed on MNIST", "{\n  \"epochs\": 2\n}", "Test accuracy", "96.4%");
    for (String picture : new String[] {"loss", "accuracy", "gallery", "confusion"}) {
      assertTrue(html.contains("<img src=\"" + picture + ".png\""), picture);
    }
    assertTrue(html.contains("<th scope=\"row\">Test accuracy</th><td>96.4%</td>"));
    assertTrue(html.indexOf("Test accuracy") < html.indexOf("second"));
    assertTrue(html.contains("{\n  &quot;epochs&quot;: 2\n}"));
  }

  @Test
  void needsNothingFromElsewhere() {
    String html = html("a", "{}", "b", "c");
    assertFalse(html.contains("://"));
    assertFalse(html.contains("{title}") || html.contains("{recipe}"));
  }
}
