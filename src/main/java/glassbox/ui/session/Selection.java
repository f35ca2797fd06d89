package glassbox.ui.session;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the user has picked out in any pane, for all panes: one image, and which images are shown.
 * Both speak of the part that is looked at and end with it.
 */
public final class Selection {
  /** No image. */
  public static final int NONE = -1;

  private final ReadOnlyIntegerWrapper image = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.ALL);

  /** The image, or {@link #NONE}. */
  public ReadOnlyIntegerProperty imageProperty() {
    return image.getReadOnlyProperty();
  }

  public int image() {
    return image.get();
  }

  public void choose(int chosen) {
    image.set(chosen);
  }

  /** Which images are shown. */
  public ReadOnlyObjectProperty<Filter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  public Filter filter() {
    return filter.get();
  }

  public void show(Filter which) {
    filter.set(which);
  }

  /** Other images are looked at. */
  void clear() {
    choose(NONE);
    show(Filter.ALL);
  }
}
