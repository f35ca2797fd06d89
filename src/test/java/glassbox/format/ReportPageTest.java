package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final String EVIL = "<script>alert('$1 \\ & \"{title}\")</script>";
  private static final Pattern PICTURE =
      Pattern.compile("src=\"data:image/png;base64,([A-Za-z0-9+/=]+)\"");
  private static final Pattern CURVES =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"curves\">(.*?)</script>");

  /** A page with such a text wherever somebody else may have written one. */
  private static String html(String given, ReportData data) throws IOException {
    LinkedHashMap<String, String> figures = new LinkedHashMap<>();
    figures.put(given, given);
    figures.put("second", "2");
    return new ReportPage(
            new ReportData(
                given,
                data.history(),
                data.course(),
                data.predictions(),
                Collections.nCopies(data.predictions().classes(), given),
                given,
                given,
                figures),
            "AAAA")
        .html();
  }

  private static String plain(ReportData data) throws IOException {
    return new ReportPage(data, "AAAA").html();
  }

  @Test
  void escapesEverythingThatItIsGiven() throws IOException {
    String html = html(EVIL, ReportSamples.data(10));
    assertEquals(2, html.split("<script", -1).length - 1, "the page's own two");
    assertFalse(html.contains("alert('"));
    String escaped = "&lt;script&gt;alert(&#39;$1 \\ &amp; &quot;{title}&quot;)";
    assertTrue(html.contains("<title>" + escaped), "title");
    assertTrue(html.contains("<pre>" + escaped), "recipe");
    assertTrue(html.contains("<th scope=\"row\">" + escaped), "name of a figure");
    assertTrue(html.contains("<td>" + escaped), "a figure");
    assertTrue(html.contains("<b>" + escaped), "class below an image");
    assertTrue(html.contains("alt=\"" + escaped), "class for those who do not see the image");
    assertTrue(html.contains("<th scope=\"col\">" + escaped), "class in the matrix");
  }

  @Test
  void needsNothingFromElsewhere() throws IOException {
    String html = html("a", ReportSamples.data(10));
    String withoutNames = html.replace("http://www.w3.org/2000/svg", "");
    assertFalse(withoutNames.contains("://"));
    assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(html).find());
    assertFalse(Pattern.compile("@import|url\\((?!#|'#)").matcher(html).find());
    assertTrue(html.contains("Content-Security-Policy\" content=\"default-src 'none'"));
    assertFalse(
        Pattern.compile("\\{(title|style|figures|gallery|curves|script)}").matcher(html).find());
  }

  @Test
  void isWellFormed() throws Exception {
    String html = html(EVIL, ReportSamples.data(10));
    String xml =
        html.replace("<!DOCTYPE html>", "")
            .replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "")
            .replaceAll("<(meta|link|img)([^>]*)>", "<$1$2/>");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void everyPictureCanBeDrawn() throws IOException {
    List<String> pictures =
        PICTURE.matcher(plain(ReportSamples.data(10))).results().map(m -> m.group(1)).toList();
    assertEquals(84, pictures.size(), "42 of each kind");
    for (String picture : pictures) {
      byte[] bytes = Base64.getDecoder().decode(picture);
      assertEquals(28, ImageIO.read(new ByteArrayInputStream(bytes)).getWidth());
    }
  }

  @Test
  void hasEveryStepAndMeasurementOfAShortRun() throws IOException {
    ReportData data = ReportSamples.data(10);
    JsonObject curves = curves(plain(data));
    assertEquals(12, curves.get("steps").getAsInt());
    assertEquals(12, curves.getAsJsonArray("x").size());
    JsonObject loss = curves.getAsJsonObject("loss");
    assertEquals(data.history().loss(3), loss.getAsJsonArray("low").get(3).getAsDouble(), 1e-3);
    assertEquals(loss.get("low"), loss.get("high"));
    assertEquals(data.history().validations().size(), loss.getAsJsonArray("validation").size());
    assertEquals("%", curves.getAsJsonObject("accuracy").get("unit").getAsString());
    assertEquals(data.course().stepsOf(1), curves.getAsJsonArray("epochEnds").get(0).getAsLong());
  }

  private static JsonObject curves(String html) throws IOException {
    String json = CURVES.matcher(html).results().findFirst().orElseThrow().group(1);
    return Json.parse(json, "page").getAsJsonObject();
  }

  @Test
  void aLongRunKeepsItsExtremesInFewPoints() throws IOException {
    Random random = new Random(3);
    double[][] steps = new double[3][100_000];
    for (int i = 0; i < steps[0].length; i++) {
      steps[0][i] = 1 + random.nextDouble();
    }
    steps[0][54_321] = 9;
    steps[0][65_432] = Double.NaN;
    var history = glassbox.training.History.of(steps, List.of(), List.of());
    JsonObject curves =
        curves(plain(ReportSamples.data(history, ReportSamples.predictions(9, 3, 8, 0.5), "")));
    assertTrue(curves.getAsJsonArray("x").size() <= 12_000);
    assertEquals(100_000, curves.getAsJsonArray("x").asList().getLast().getAsInt());
    assertTrue(
        Stream.of(curves.getAsJsonObject("loss").getAsJsonArray("high"))
            .flatMap(values -> values.asList().stream())
            .anyMatch(value -> !value.isJsonNull() && value.getAsDouble() == 9));
  }

  @Test
  void ofVeryManyClassesItShowsThePicture() throws IOException {
    ReportData data =
        ReportSamples.data(
            ReportSamples.history(3, 0), ReportSamples.predictions(300, 200, 8, 0.5), "");
    String html = plain(data);
    assertFalse(html.contains("<table class=\"matrix\">"));
    assertTrue(html.contains("base64,AAAA\""));
    assertTrue(plain(ReportSamples.data(10)).contains("<table class=\"matrix\">"));
  }

  @Test
  void saysHowToDoItAgain() throws IOException {
    String html = plain(ReportSamples.data(10));
    assertTrue(html.contains("<code>glassbox train recipe.json</code>"));
    assertFalse(html.contains("Changes on the way"));
    assertTrue(html("{}", ReportSamples.data(10)).contains("--changes changes.jsonl</code>"));
    assertTrue(html.contains("<th scope=\"row\">Java</th><td>"));
    assertFalse(html.contains(System.getProperty("user.home")));
  }

  @Test
  void aRunWithoutAStepHasAPageAsWell() throws IOException {
    ReportData data =
        ReportSamples.data(ReportSamples.history(0, 0), ReportSamples.predictions(4, 2, 3, 1), "");
    assertEquals(0, curves(plain(data)).get("steps").getAsInt());
    assertTrue(plain(data).contains("No incorrect images"));
  }
}
