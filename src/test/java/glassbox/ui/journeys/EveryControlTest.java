package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever can be operated says what it does, to eyes and to screen readers. */
@Timeout(240)
class EveryControlTest extends Journey {
  @BeforeEach
  void train() {
    window.trainToTheEnd();
  }

  private List<Control> controls() {
    return Fx.get(() -> below(window.scene().getRoot())).stream()
        .filter(node ->
            node instanceof ButtonBase
                || node instanceof TextField
                || node instanceof Slider
                || node instanceof ComboBox<?>)
        .map(Control.class::cast)
        .toList();
  }

  private static List<Node> below(Parent parent) {
    List<Node> all = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      all.add(child);
      if (child instanceof Parent inner) {
        all.addAll(below(inner));
      }
    }
    return all;
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isBlank();
  }

  private static boolean hasVisibleText(Control control) {
    return control instanceof Labeled labeled && !isEmpty(labeled.getText())
        || control.lookupAll(".label").stream()
            .anyMatch(label -> !isEmpty(((Labeled) label).getText()));
  }

  @Test
  void everyOneHasATooltipOrVisibleText() {
    List<Control> controls = controls();
    assertTrue(controls.size() > 20, controls.size() + " controls");
    List<Control> silent =
        controls.stream()
            .filter(control -> control.getTooltip() == null && !hasVisibleText(control))
            .toList();
    assertEquals(List.of(), silent);
  }

  @Test
  void everyOneHasAnAccessibleName() {
    List<Control> nameless =
        controls().stream()
            .filter(control ->
                isEmpty(control.getAccessibleText())
                    && !(control instanceof Labeled labeled && !isEmpty(labeled.getText())))
            .toList();
    assertEquals(List.of(), nameless);
  }

  @Test
  void everyOneIsReachedByTab() {
    Set<Node> missing = new HashSet<>(controls());
    missing.removeIf(node -> Fx.get(() -> node.isDisabled() || !isShown(node)));
    window.focus("#train");
    int most = 2 * missing.size() + 10;
    for (int i = 0; i < most && !missing.isEmpty(); i++) {
      missing.remove(Fx.get(() -> window.scene().getFocusOwner()));
      window.press(KeyCode.TAB);
    }
    assertEquals(Set.of(), missing);
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
