package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import glassbox.ui.support.Legibility;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** Each view with the keyboard alone, by ear, and for eyes that need contrast. */
@Timeout(400)
class EveryViewIsForEverybodyTest extends Journey {
  /** Roles of what shows or does something; the others hold or decorate. */
  private static final Set<AccessibleRole> SPEAKING =
      Set.of(
          AccessibleRole.BUTTON,
          AccessibleRole.TOGGLE_BUTTON,
          AccessibleRole.CHECK_BOX,
          AccessibleRole.COMBO_BOX,
          AccessibleRole.MENU_BUTTON,
          AccessibleRole.SLIDER,
          AccessibleRole.TEXT_FIELD,
          AccessibleRole.TEXT_AREA,
          AccessibleRole.LIST_VIEW,
          AccessibleRole.TABLE_VIEW,
          AccessibleRole.TREE_TABLE_VIEW,
          AccessibleRole.PROGRESS_INDICATOR,
          AccessibleRole.HYPERLINK,
          AccessibleRole.IMAGE_VIEW);

  /** What can be in view. */
  enum Sight {
    TRAIN("#view-train"),
    ERRORS("#view-errors"),
    MAP("#view-map"),
    DRAW("#view-draw"),
    DATA("#view-data"),
    RUNS("#view-runs"),
    LESSONS("#lessons"),
    SETTINGS("#help-settings"),
    HELP("#help-view"),
    KEYS("#help-keys"),
    TOUR("#help-tour");

    final String opener;

    Sight(String opener) {
      this.opener = opener;
    }
  }

  @BeforeEach
  void train() {
    window.trainToTheEnd();
  }

  /** As a click or a key would. */
  private void open(Sight sight) {
    Fx.run(() -> {
      if (sight.opener.startsWith("#help")) {
        MenuButton help = (MenuButton) window.scene().lookup("#help");
        help.getItems().stream()
            .filter(item -> sight.opener.equals("#" + item.getId()))
            .forEach(MenuItem::fire);
      } else {
        ((ButtonBase) window.scene().lookup(sight.opener)).fire();
      }
      layout();
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void layout() {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
  }

  @Test
  void everyViewSpeaksAndCanBeReadInAllThemes() {
    List<String> faults = new ArrayList<>();
    for (int theme = 0; theme < 3; theme++) {
      for (Sight sight : Sight.values()) {
        open(sight);
        Fx.get(this::silent).forEach(fault -> faults.add(sight + ": " + fault));
        Fx.run(() -> faults.addAll(faint(sight)));
        window.press(KeyCode.ESCAPE);
      }
      window.press(KeyCode.T);
    }
    assertEquals(List.of(), faults);
  }

  private List<String> faint(Sight sight) {
    layout();
    String sheet = window.scene().getStylesheets().getLast().replaceAll(".*/", "");
    return Legibility.faults(window.scene().getRoot()).stream()
        .map(fault -> "%s in %s: %s".formatted(sight, sheet, fault))
        .toList();
  }

  /** What has a role but no words. */
  private List<String> silent() {
    return shown(window.scene().getRoot()).stream()
        .filter(node -> node.isFocusTraversable() || SPEAKING.contains(node.getAccessibleRole()))
        .filter(node -> !isPartOfAControl(node) && !isImageOfAControl(node))
        .filter(node -> spoken(node).isBlank())
        .map(node -> node + " says nothing")
        .toList();
  }

  private static String spoken(Node node) {
    String own = node.getAccessibleText() == null ? "" : node.getAccessibleText();
    Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return own.isBlank() && text != null ? text.toString() : own;
  }

  /** A button speaks for the picture in it. */
  private static boolean isImageOfAControl(Node node) {
    return node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW && control(node) != null;
  }

  private static boolean isPartOfAControl(Node node) {
    Control control = control(node);
    Skin<?> skin = control == null ? null : control.getSkin();
    return skin != null && !node.isFocusTraversable();
  }

  private static Control control(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Control control && !(at instanceof ScrollPane)) {
        return control;
      }
    }
    return null;
  }

  private static List<Node> shown(Parent root) {
    List<Node> all = new ArrayList<>();
    for (Node child : root.getChildrenUnmodifiable()) {
      if (child.isVisible() && !child.isDisabled()) {
        all.add(child);
        if (child instanceof Parent parent) {
          all.addAll(shown(parent));
        }
      }
    }
    return all;
  }

  @Test
  void tabWalksThroughEveryViewWithAMarkOnEveryStop() {
    List<String> faults = new ArrayList<>();
    for (Sight sight : Sight.values()) {
      open(sight);
      Fx.run(() -> walk().forEach(fault -> faults.add(sight + ": " + fault)));
      window.press(KeyCode.ESCAPE);
    }
    assertEquals(List.of(), faults);
  }

  /** As Tab does, from the first stop on, until all have been reached. */
  private List<String> walk() {
    window
        .scene()
        .getRoot()
        .lookupAll(".viewport") // scroll panes would show what they have kept of another moment
        .forEach(viewport -> viewport.setCache(false));
    Node veil = window.scene().lookup(".veil");
    Node tour = window.scene().lookup("#tour");
    Node within = veil.isVisible() ? veil : tour.isVisible() ? tour : window.scene().getRoot();
    Set<Node> missing = new LinkedHashSet<>(stops((Parent) within));
    assertTrue(missing.size() > 1, "there are stops");
    List<String> faults = new ArrayList<>();
    int most = 2 * stops(window.scene().getRoot()).size() + 20;
    Node at = window.scene().getFocusOwner();
    WritableImage marked = null;
    for (int i = 0; i < most && !(missing.isEmpty() && marked == null); i++) {
      Node before = at;
      before.requestFocusTraversal(TraversalDirection.NEXT);
      layout();
      if (marked != null && isSame(marked, picture(before))) {
        faults.add(before + " shows no mark");
      }
      at = window.scene().getFocusOwner();
      marked = missing.remove(at) ? picture(at) : null;
    }
    missing.forEach(node -> faults.add(node + " is not reached"));
    return faults;
  }

  /** Of a group of toggles the chosen one is a stop, arrows go to the others. */
  private static List<Node> stops(Parent within) {
    return shown(within).stream()
        .filter(Node::isFocusTraversable)
        .filter(node ->
            !(node instanceof ToggleButton toggle)
                || toggle.getToggleGroup() == null
                || toggle.isSelected())
        .toList();
  }

  private WritableImage picture(Node node) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(
        new Rectangle2D(
            at.getMinX() - 3,
            at.getMinY() - 3,
            Math.max(1, at.getWidth() + 6),
            Math.max(1, at.getHeight() + 6)));
    return window.scene().getRoot().snapshot(parameters, null);
  }

  private static boolean isSame(WritableImage one, WritableImage other) {
    PixelReader a = one.getPixelReader();
    PixelReader b = other.getPixelReader();
    for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
      for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
        if (a.getArgb(x, y) != b.getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }
}
