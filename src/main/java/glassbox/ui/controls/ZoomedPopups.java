package glassbox.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Menus, lists and tooltips are windows of their own, which know nothing of the zoom of the window
 * they belong to. Each one's content is put into a {@link ZoomPane} as it opens.
 */
final class ZoomedPopups implements ListChangeListener<Window> {
  private final ZoomPane root;

  ZoomedPopups(ZoomPane root) {
    this.root = root;
  }

  /** Follows as long as the window of the pane is open; nothing is held afterwards. */
  void follow(ObservableValue<? extends Boolean> property, boolean before, boolean open) {
    if (open) {
      Window.getWindows().addListener(this);
    } else {
      Window.getWindows().removeListener(this);
    }
  }

  @Override
  public void onChanged(Change<? extends Window> change) {
    while (change.next()) {
      for (Window window : change.getAddedSubList()) {
        if (window instanceof PopupWindow popup && belongs(popup)) {
          zoom(popup);
        }
      }
    }
  }

  /** Whether the window that it opens over, or that one's, has this pane as its root. */
  private boolean belongs(PopupWindow popup) {
    Window owner = popup.getOwnerWindow();
    while (owner instanceof PopupWindow other) {
      owner = other.getOwnerWindow();
    }
    Scene scene = owner == null ? null : owner.getScene();
    return scene != null && scene.getRoot() == root;
  }

  private void zoom(PopupWindow popup) {
    if (!(popup.getScene().getRoot() instanceof Pane pane) || pane.getChildren().size() != 1) {
      return;
    }
    ZoomPane zoomed = zoomed(pane);
    if (zoomed != null) {
      zoomed.setMostHeight(screen(popup).getVisualBounds().getHeight());
      zoomed.zoomProperty().set(root.zoomProperty().get());
    }
  }

  /** It is kept from one opening to the next. */
  private @Nullable ZoomPane zoomed(Pane pane) {
    Node content = pane.getChildren().getFirst();
    if (content instanceof ZoomPane before) {
      return before;
    }
    if (root.zoomProperty().get() == 1) {
      return null; // its own size
    }
    pane.getChildren().clear();
    ZoomPane around = new ZoomPane(content);
    pane.getChildren().add(around);
    return around;
  }

  private static Screen screen(PopupWindow popup) {
    return Screen.getScreensForRectangle(popup.getX(), popup.getY(), 1, 1).stream()
        .findFirst()
        .orElse(Screen.getPrimary());
  }
}
