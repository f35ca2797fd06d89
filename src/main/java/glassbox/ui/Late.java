package glassbox.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first wanted, so that the window is there sooner. */
final class Late<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  Late(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T here = made;
    if (here == null) {
      here = maker.get();
      made = here;
    }
    return here;
  }

  /** Null while nobody has wanted it. */
  @Nullable T ifMade() {
    return made;
  }
}
