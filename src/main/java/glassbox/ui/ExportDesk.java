package glassbox.ui;

import glassbox.ui.controls.ExportEvent;
import glassbox.ui.controls.ExportMenu;
import glassbox.ui.controls.Exportable;
import glassbox.ui.controls.PngBytes;
import glassbox.ui.controls.ScreenPixels;
import glassbox.ui.session.TrainingSession;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/** Saves and copies what the cards of a scene show. */
final class ExportDesk {
  /** Graphics cards refuse larger images; what a picture has more is enlarged. */
  private static final double MOST_PIXELS = 8192;

  private final TrainingSession session;
  private final SavePlace place;

  private ExportDesk(TrainingSession session, SavePlace place) {
    this.session = session;
    this.place = place;
  }

  /** Serves all cards of a scene. */
  static void serve(Scene scene, TrainingSession session, SavePlace place) {
    ExportDesk desk = new ExportDesk(session, place);
    scene.addEventHandler(ExportEvent.WISHED, desk::serve);
  }

  private void serve(ExportEvent wish) {
    Exportable what = wish.exportable();
    switch (wish.form()) {
      case CLIPBOARD -> copy(what, wish.scale());
      case PNG -> {
        WritableImage picture = picture(what, wish.scale());
        save(what, wish.form(), () -> PngBytes.of(picture));
      }
      case SVG -> saveText(what, wish.form(), what.svg());
      case CSV -> saveText(what, wish.form(), what.csv());
    }
    wish.consume();
  }

  private void saveText(
      Exportable what, ExportEvent.Form form, @Nullable Supplier<Callable<String>> text) {
    if (text != null) {
      Callable<String> writing = text.get();
      save(what, form, () -> writing.call().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void save(Exportable what, ExportEvent.Form form, Callable<byte[]> content) {
    String name = what.name() + "." + form.name().toLowerCase(Locale.ROOT);
    place.toSave(name).ifPresent(file -> session.saveFile(file, content));
  }

  private static void copy(Exportable what, int scale) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(picture(what, scale));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Draws what is shown once more, so much larger, so that its pixels are as fine as its lines. */
  private static WritableImage picture(Exportable what, int scale) {
    Node node = what.picture();
    Bounds bounds = node.getLayoutBounds();
    double most = MOST_PIXELS / Math.max(1, Math.max(bounds.getWidth(), bounds.getHeight()));
    double drawn = Math.clamp(most, 1, scale);
    double rest = scale / drawn;
    Scale enlarged = new Scale(drawn, drawn);
    try {
      node.getTransforms().add(enlarged);
      drawAgain(node);
      SnapshotParameters parameters = new SnapshotParameters();
      parameters.setTransform(Transform.scale(rest, rest));
      Bounds all = node.localToParent(bounds); // not what hangs over its edges
      parameters.setViewport(
          new Rectangle2D(
              rest * all.getMinX(),
              rest * all.getMinY(),
              rest * all.getWidth(),
              rest * all.getHeight()));
      parameters.setFill(behind(node));
      return node.snapshot(parameters, null);
    } finally {
      node.getTransforms().remove(enlarged);
      drawAgain(node);
    }
  }

  private static void drawAgain(Node node) {
    ScreenPixels.drawAnew(node);
    if (node instanceof Parent parent) {
      parent.layout();
    }
  }

  /** What is seen behind a node that has no background itself. */
  private static Paint behind(Node node) {
    for (Node above = node; above != null; above = above.getParent()) {
      if (above instanceof Region region
          && region.getBackground() != null
          && !region.getBackground().getFills().isEmpty()
          && region.getBackground().getFills().getLast().getFill() instanceof Color colour
          && colour.isOpaque()) {
        return colour;
      }
    }
    return Color.WHITE;
  }

  /** Opens the menu of the card that has the keyboard, or else of the first one. */
  static void openMenu(Scene scene) {
    menu(scene)
        .ifPresent(menu -> {
          menu.requestFocus();
          menu.show();
        });
  }

  /** Copies the picture of the card that has the keyboard, or else of the first one. */
  static void copy(Scene scene) {
    menu(scene).ifPresent(menu -> menu.getItems().getFirst().fire());
  }

  private static Optional<MenuButton> menu(Scene scene) {
    for (Node at = scene.getFocusOwner(); at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("card-pane")) {
        return shownMenu(at);
      }
    }
    return shownMenu(scene.getRoot());
  }

  private static Optional<MenuButton> shownMenu(Node within) {
    return within.lookupAll("." + ExportMenu.STYLE).stream()
        .filter(menu -> menu.isVisible() && menu.getParent().isVisible())
        .map(MenuButton.class::cast)
        .findFirst();
  }
}
