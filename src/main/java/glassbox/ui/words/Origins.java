package glassbox.ui.words;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What texts were made of: a map by identity, for equal texts may mean different things, and weak,
 * for a text is of no interest once nobody shows it.
 */
final class Origins {
  private final Map<Held, Supplier<String>> origins = new ConcurrentHashMap<>();
  private final ReferenceQueue<String> gone = new ReferenceQueue<>();

  /** A text by identity. */
  private static final class Held extends WeakReference<String> {
    private final int hash;

    Held(String text, @Nullable ReferenceQueue<String> queue) {
      super(text, queue);
      hash = System.identityHashCode(text);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      String text = get();
      return text != null && other instanceof Held held && held.refersTo(text);
    }
  }

  /** Notes how a text can be made again, and returns it. */
  String remember(String text, Supplier<String> again) {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      origins.remove(each);
    }
    if (!text.isEmpty()) { // all empty texts may be one
      origins.put(new Held(text, gone), again);
    }
    return text;
  }

  /** How a text was made, null where that was not noted. */
  @Nullable Supplier<String> of(String text) {
    return origins.get(new Held(text, null));
  }

  /** How many are remembered. */
  int size() {
    return origins.size();
  }
}
