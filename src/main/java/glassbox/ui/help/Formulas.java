package glassbox.ui.help;

import glassbox.ui.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** Typeset formulas, by name: outlines in thousandths of an em, drawn in the colour of the text. */
final class Formulas {
  private static final double POINTS_PER_EM = 17;

  private final Properties outlines = new Properties();

  Formulas() {
    try (InputStream in = Formulas.class.getResourceAsStream("formulas.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      outlines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> names() {
    return outlines.stringPropertyNames().stream()
        .map(key -> key.substring(0, key.indexOf('.')))
        .collect(Collectors.toSet());
  }

  /** A formula as a node, null where there is none of this name. */
  @Nullable Region node(String name) {
    String outline = outlines.getProperty(name + ".path");
    if (outline == null) {
      return null;
    }
    double[] box =
        Arrays.stream(outlines.getProperty(name + ".box").split(" "))
            .mapToDouble(Double::parseDouble)
            .toArray();
    SVGPath path = new SVGPath();
    path.setContent(outline);
    path.getStyleClass().add("formula");
    double scale = POINTS_PER_EM / 1000;
    path.getTransforms().add(new Scale(scale, scale, 0, 0));
    path.setManaged(false);
    path.setLayoutY(box[1] * scale);
    Pane room = new Pane(path);
    room.setMinSize(box[0] * scale, (box[1] + box[2]) * scale);
    room.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    room.setPrefSize(box[0] * scale, (box[1] + box[2]) * scale);
    room.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    room.setAccessibleText(Words.of("help.formula", outlines.getProperty(name + ".tex")));
    return room;
  }
}
