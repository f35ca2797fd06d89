package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.ui.words.Words;
import java.util.Comparator;
import java.util.List;

/** In which order a half of the gallery shows its images. */
enum Order {
  SUREST,
  LEAST_SURE,
  BY_NUMBER;

  /** The first images of those answered correctly, or of the others, in this order. */
  List<Integer> first(Predictions predictions, boolean correct, int howMany) {
    List<Integer> surest = predictions.surestFirst(correct);
    List<Integer> ordered =
        switch (this) {
          case SUREST -> surest;
          case LEAST_SURE -> surest.reversed();
          case BY_NUMBER -> surest.stream().sorted(Comparator.naturalOrder()).toList();
        };
    return List.copyOf(ordered.subList(0, Math.min(howMany, ordered.size())));
  }

  @Override
  public String toString() {
    return Words.of("gallery.order." + name().toLowerCase(java.util.Locale.ROOT));
  }
}
