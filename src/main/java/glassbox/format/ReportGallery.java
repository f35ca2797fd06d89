package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The images answered correctly and incorrectly as parts of a page, each a PNG within it. */
final class ReportGallery {
  private static final int SIDE = 56;
  private static final int MOST_IMAGES = 42;

  private final Predictions predictions;
  private final List<String> names;

  ReportGallery(ReportData data) {
    predictions = data.predictions();
    names = data.classNames();
  }

  String html() throws IOException {
    return half("correct", "Correct", true, "No correct images: every answer was wrong.")
        + half("incorrect", "Incorrect", false, "No incorrect images: every answer was right.");
  }

  private String half(String style, String title, boolean correct, String whereNone)
      throws IOException {
    List<Integer> images = predictions.surestFirst(correct);
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"card\"><h3><span class=\"mark ")
        .append(style)
        .append("\"></span>")
        .append(title)
        .append(String.format(Locale.ROOT, " <span class=\"count\">%,d</span>", images.size()))
        .append("</h3>\n<div class=\"tiles\">\n");
    for (int image : images.subList(0, Math.min(MOST_IMAGES, images.size()))) {
      html.append(tile(image));
    }
    html.append(images.isEmpty() ? "<p class=\"muted\">" + whereNone + "</p>" : "");
    return html.append("</div></div>\n").toString();
  }

  private String tile(int image) throws IOException {
    ImageSet images = predictions.images();
    int scale = Math.max(1, Math.round((float) SIDE / Math.max(images.width(), images.height())));
    String truth = ReportPage.escaped(names.get(predictions.truth(image)));
    String answer = ReportPage.escaped(names.get(predictions.answer(image)));
    long percent = Math.round(100 * predictions.confidence(image));
    boolean right = predictions.isCorrect(image);
    String words = right ? truth : truth + " taken for " + answer;
    String label =
        right
            ? "<b>" + truth + "</b>"
            : "<b>" + truth + "</b> → <b class=\"answer\">" + answer + "</b>";
    return """
    <figure><img width="%d" height="%d" alt="%s, %d%%" src="data:image/png;base64,%s">\
    <figcaption>%s <span class="muted">%d%%</span></figcaption></figure>
    """
        .formatted(
            scale * images.width(),
            scale * images.height(),
            words,
            percent,
            png(image),
            label,
            percent);
  }

  private String png(int image) throws IOException {
    ImageSet images = predictions.images();
    BufferedImage gray =
        new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setDataElements(0, 0, images.width(), images.height(), images.image(image));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(gray, "png", bytes);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
