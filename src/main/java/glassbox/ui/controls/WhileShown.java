package glassbox.ui.controls;

import java.util.Objects;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Listening as long as a node is in a scene. What is listened to holds nothing of a node that has
 * left, and a node that comes hears at once what it has missed.
 */
public final class WhileShown {
  private WhileShown() {}

  /** Runs whenever the value is another one than it heard last. */
  public static void listen(Node node, ObservableValue<?> value, Runnable heard) {
    Hearing hearing = new Hearing(value, heard);
    onShown(node, hearing::begin, hearing::end);
  }

  /** Keeps a property of the node at what another one says, and the other way round. */
  public static <T> void share(Node node, Property<T> own, Property<T> other) {
    onShown(node, () -> own.bindBidirectional(other), () -> own.unbindBidirectional(other));
  }

  /** Does something whenever the node comes into a scene, and when it leaves it. */
  public static void onShown(Node node, Runnable comes, Runnable leaves) {
    node.sceneProperty()
        .addListener((property, before, now) -> {
          if (before != null) {
            leaves.run();
          }
          if (now != null) {
            comes.run();
          }
        });
  }

  private static final class Hearing implements ChangeListener<Object> {
    private final ObservableValue<?> value;
    private final Runnable heard;
    private @Nullable Object last;
    private boolean never = true;

    Hearing(ObservableValue<?> value, Runnable heard) {
      this.value = value;
      this.heard = heard;
    }

    void begin() {
      value.addListener(this);
      hear();
    }

    void end() {
      value.removeListener(this);
    }

    private void hear() {
      Object now = value.getValue();
      if (never || !Objects.equals(now, last)) {
        never = false;
        last = now;
        heard.run();
      }
    }

    @Override
    public void changed(ObservableValue<?> property, Object before, Object now) {
      hear();
    }
  }
}
