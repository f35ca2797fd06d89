package glassbox.ui.present;

import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * Something that can be shown large.
 *
 * @param name as it stands in the list of what to present
 * @param make a picture of it for the projector; each call makes a new one
 */
public record Subject(String name, Supplier<Region> make) {
  @Override
  public String toString() {
    return name;
  }
}
