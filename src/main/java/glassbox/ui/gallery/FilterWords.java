package glassbox.ui.gallery;

import glassbox.ui.session.Filter;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Which images are shown, in words. */
final class FilterWords {
  private FilterWords() {}

  /** Such as "4 taken for 9", "Incorrect, true 4", "Lasso". */
  static String of(Filter filter, List<String> names) {
    return Words.made(() -> {
      String all =
          parts(filter, names).stream()
              .reduce((one, other) -> Words.of("gallery.title.both", one, other))
              .orElseGet(() -> Words.of("gallery.title.all"));
      return all.substring(0, 1).toUpperCase(Words.language().locale()) + all.substring(1);
    });
  }

  private static List<String> parts(Filter filter, List<String> names) {
    List<String> words = new ArrayList<>();
    if (filter.picked() != null) {
      words.add(Words.anew(filter.what()));
    }
    if (filter.outcome() != Filter.Outcome.ALL) {
      words.add(
          Words.of(
              filter.outcome() == Filter.Outcome.CORRECT
                  ? "gallery.title.correct"
                  : "gallery.title.incorrect"));
    }
    classes(filter, names, words);
    return words;
  }

  private static void classes(Filter filter, List<String> names, List<String> words) {
    boolean truth = filter.truth() != Filter.ANY && filter.truth() < names.size();
    boolean answer = filter.answer() != Filter.ANY && filter.answer() < names.size();
    if (truth && filter.truth() == filter.answer()) {
      words.add(Words.of("gallery.title.diagonal", names.get(filter.truth())));
    } else if (truth && answer) {
      words.add(
          Words.of("gallery.title.pair", names.get(filter.truth()), names.get(filter.answer())));
    } else if (truth) {
      words.add(Words.of("gallery.title.truth", names.get(filter.truth())));
    } else if (answer) {
      words.add(Words.of("gallery.title.answer", names.get(filter.answer())));
    }
  }
}
