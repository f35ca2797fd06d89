package glassbox.ui;

import glassbox.ui.controls.ZoomPane;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;

/** How large everything in the window is: for tired eyes, for a lecture hall. */
final class Zoom {
  private static final List<Integer> PERCENT = List.of(75, 90, 100, 110, 125, 150, 175, 200, 250);

  private final IntegerProperty percent = new SimpleIntegerProperty(100);
  private final Scene scene;
  private String sheet = "";

  /**
   * A zoom of a window.
   *
   * @param remembered in percent; what lies outside the range is brought into it
   */
  Zoom(Scene scene, ZoomPane pane, double remembered) {
    this.scene = scene;
    percent.addListener((property, before, now) -> {
      pane.zoomProperty().set(now.intValue() / 100.0);
      enlargePopups();
    });
    percent.set((int) Math.clamp(Math.round(remembered), PERCENT.getFirst(), PERCENT.getLast()));
  }

  /** In [75, 250]. */
  IntegerProperty percentProperty() {
    return percent;
  }

  void larger() {
    percent.set(
        PERCENT.stream().filter(p -> p > percent.get()).findFirst().orElse(PERCENT.getLast()));
  }

  void smaller() {
    percent.set(
        PERCENT.reversed().stream()
            .filter(p -> p < percent.get())
            .findFirst()
            .orElse(PERCENT.getFirst()));
  }

  void reset() {
    percent.set(100);
  }

  /** Menus and tooltips are windows of their own: only their texts can be made larger. */
  private void enlargePopups() {
    scene.getStylesheets().remove(sheet);
    String css =
        String.format(
            Locale.ROOT,
            ".context-menu, .combo-box-popup .list-cell { -fx-font-size: %.1fpx; }"
                + " .tooltip { -fx-font-size: %.1fpx; }",
            14 * percent.get() / 100.0,
            12 * percent.get() / 100.0);
    sheet =
        "data:text/css;base64,"
            + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    if (percent.get() != 100) {
      scene.getStylesheets().add(sheet);
    }
  }
}
