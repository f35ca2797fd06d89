package glassbox.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The window's content with room for one thing above it; Esc or a click beside it closes it. */
public final class Overlay extends StackPane {
  private final StackPane veil = new StackPane();
  private @Nullable Node focusedBefore;

  /** An overlay above this content. */
  public Overlay(Node below) {
    veil.getStyleClass().add("veil");
    veil.setVisible(false);
    veil.setOnMouseClicked(event -> {
      if (event.getTarget() == veil) {
        close();
      }
    });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && veil.isVisible()) {
            close();
            event.consume();
          }
        });
    getChildren().addAll(below, veil);
    sceneProperty()
        .addListener((property, before, scene) -> {
          if (scene != null) {
            scene.focusOwnerProperty().addListener((p, b, owner) -> keepKeyboard(owner));
          }
        });
  }

  /** Shows a node in the middle, in the place of whatever was there. */
  public void show(Region node) {
    if (!veil.isVisible()) {
      focusedBefore = getScene().getFocusOwner();
    }
    node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(node, Pos.CENTER);
    veil.getChildren().setAll(node);
    veil.setVisible(true);
    node.requestFocus();
  }

  /** Whether something is shown. */
  public boolean isOpen() {
    return veil.isVisible();
  }

  /** Takes it away and gives the keyboard back to where it was. */
  public void close() {
    veil.setVisible(false);
    veil.getChildren().clear();
    if (focusedBefore != null) {
      focusedBefore.requestFocus();
    }
  }

  /** Gives the keyboard back to what is shown where it has gone below. */
  private void keepKeyboard(@Nullable Node owner) {
    Node node = owner;
    while (node != null && node != veil) {
      node = node.getParent();
    }
    if (isOpen() && node == null) {
      veil.getChildren().getFirst().requestFocus();
    }
  }
}
