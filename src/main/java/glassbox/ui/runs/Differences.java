package glassbox.ui.runs;

import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.Run;
import glassbox.ui.session.SettingWords;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a run's recipe differs from the one that it is best compared with. */
final class Differences {

  private Differences() {}

  /**
   * For a fork what it changed at its step, for an ensemble its networks, for others what the
   * preset {@code seed} has not; then what was changed later.
   */
  static String of(Run run) {
    if (run.status() == Run.Status.DAMAGED) {
      return "–"; // nobody knows
    }
    if (run.isEnsemble()) {
      return Words.of("runs.joins", String.join(", ", run.members()));
    }
    return Stream.concat(own(run).stream(), later(run).stream().map(Differences::words))
        .reduce(Differences::both)
        .orElseGet(() -> none(run));
  }

  /** The same without what was changed later. */
  static String atFirst(Run run) {
    boolean changes = run.status() != Run.Status.DAMAGED && !run.isEnsemble();
    return changes ? own(run).orElseGet(() -> none(run)) : of(run);
  }

  private static Optional<String> own(Run run) {
    Run parent = run.parent();
    long at = run.forkStep();
    String words =
        parent == null
            ? ofItsOwn(run)
            : plain(SettingWords.differences(parent.plan().at(at), run.plan().at(at)));
    return Optional.of(words).filter(own -> !own.isEmpty());
  }

  private static String none(Run run) {
    return Words.of(run.parent() == null ? "runs.differs.seed" : "runs.differs.same");
  }

  /** The group's line says what the runs of a sweep have in common. */
  private static String ofItsOwn(Run run) {
    return run.group() == null
        ? fromSeed(run.recipe())
        : Words.of("runs.differs.seedValue", Long.toString(run.recipe().seed()));
  }

  private static String both(String one, String more) {
    return Words.of("runs.differs.list", one, more);
  }

  /** What was changed on the way, after the fork where it is one. */
  static List<Run.Mark> later(Run run) {
    long after = run.parent() == null ? -1 : run.forkStep();
    return run.marks().stream().filter(mark -> mark.step() > after).toList();
  }

  /** What the runs of a sweep over seeds have in common. */
  static String ofGroup(List<Run> runs) {
    String common = fromSeed(runs.getFirst().recipe().withSeed(Presets.seed().seed()));
    String seeds = Words.of("runs.differs.seeds", runs.size());
    return common.isEmpty() ? seeds : both(seeds, common);
  }

  /** The data set has a column of its own. */
  private static String fromSeed(Recipe recipe) {
    return plain(SettingWords.differences(Presets.seed().withDataset(recipe.dataset()), recipe));
  }

  private static String words(Run.Mark mark) {
    return Words.of("runs.differs.at", plain(mark.words()), mark.step());
  }

  /** Without the signs of JSON, which a network of another depth comes with. */
  static String plain(String words) {
    return Words.made(
        () -> Words.anew(words).replaceAll("[\\[\\]\"{}]", "").replaceAll(",(?! )", ", "));
  }
}
