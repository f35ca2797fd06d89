package glassbox.ui.gallery;

import glassbox.ui.session.Filter;
import java.util.ArrayList;
import java.util.List;

/** Which images are shown, in words. */
final class FilterWords {
  private FilterWords() {}

  /** Such as "4 taken for 9", "Incorrect, true 4", "lasso". */
  static String of(Filter filter, List<String> names) {
    List<String> words = new ArrayList<>();
    if (filter.picked() != null) {
      words.add(filter.what());
    }
    if (filter.outcome() != Filter.Outcome.ALL) {
      words.add(filter.outcome() == Filter.Outcome.CORRECT ? "correct" : "incorrect");
    }
    classes(filter, names, words);
    String all = words.isEmpty() ? "all images" : String.join(", ", words);
    return all.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + all.substring(1);
  }

  private static void classes(Filter filter, List<String> names, List<String> words) {
    boolean truth = filter.truth() != Filter.ANY && filter.truth() < names.size();
    boolean answer = filter.answer() != Filter.ANY && filter.answer() < names.size();
    if (truth && filter.truth() == filter.answer()) {
      words.add(names.get(filter.truth()) + " answered correctly");
    } else if (truth && answer) {
      words.add(names.get(filter.truth()) + " taken for " + names.get(filter.answer()));
    } else if (truth) {
      words.add("true class " + names.get(filter.truth()));
    } else if (answer) {
      words.add("taken for " + names.get(filter.answer()));
    }
  }
}
