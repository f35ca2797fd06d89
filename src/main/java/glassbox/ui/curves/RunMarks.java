package glassbox.ui.curves;

import glassbox.training.History.Divergence;
import glassbox.training.RunPlan;
import glassbox.ui.curves.VerticalMark.Kind;
import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in the run in hand, and where any drawn run could not go on. */
final class RunMarks {
  private @Nullable Run run;
  private @Nullable RunPlan plan;
  private List<Long> epochEnds = List.of();
  private List<VerticalMark> changes = List.of();

  /** Takes another run, or the same after its plan has changed; says whether it did. */
  boolean read(@Nullable Run newRun) {
    RunPlan newPlan = newRun == null ? null : newRun.plan();
    if (newRun == run && newPlan == plan) {
      return false;
    }
    run = newRun;
    plan = newPlan;
    epochEnds = newRun == null ? List.of() : newRun.epochEnds();
    changes =
        newRun == null
            ? List.of()
            : newRun.marks().stream()
                .map(mark -> new VerticalMark(Kind.CHANGE, mark.step(), mark.words()))
                .toList();
    return true;
  }

  /** Settings that were changed, oldest first. */
  List<VerticalMark> changes() {
    return changes;
  }

  /** Where visible epochs begin, the first left out; not more than so many. */
  List<VerticalMark> epochs(StepRange.Ends ends, int most) {
    int first = endedBefore((long) Math.floor(ends.lower()) + 1);
    int behind =
        Math.max(
            first, Math.min(endedBefore((long) Math.ceil(ends.upper())), epochEnds.size() - 1));
    int every = roundedUp(Math.ceilDiv(behind - first, Math.max(1, most)));
    List<VerticalMark> marks = new ArrayList<>();
    for (int epoch = first + 1; epoch <= behind; epoch++) {
      if (epoch % every == 0) {
        marks.add(
            new VerticalMark(
                Kind.EPOCH, epochEnds.get(epoch - 1), Words.of("curves.epoch", epoch + 1)));
      }
    }
    return marks;
  }

  private int endedBefore(long step) {
    int at = Collections.binarySearch(epochEnds, step);
    return at < 0 ? -at - 1 : at;
  }

  private static int roundedUp(int every) {
    int unit = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (factor * unit >= every) {
          return factor * unit;
        }
      }
      unit *= 10;
    }
  }

  /** What was changed in the other runs, after what they share with the one that they came from. */
  static List<VerticalMark> otherChanges(List<Drawn> drawn) {
    List<VerticalMark> marks = new ArrayList<>();
    for (Drawn line : drawn) {
      if (!line.current() && !line.isGroup()) {
        line.first().changes().stream()
            .filter(change -> change.step() >= line.from())
            .map(change ->
                new VerticalMark(
                    Kind.OTHER_CHANGE, change.step(), line.name() + ": " + change.words()))
            .forEach(marks::add);
      }
    }
    return marks;
  }

  /** Where runs could not go on. */
  static List<VerticalMark> divergences(List<Drawn> drawn) {
    List<VerticalMark> marks = new ArrayList<>();
    for (Drawn line : drawn) {
      for (RunCurves member : line.members()) {
        Divergence end = member.divergence();
        if (end != null) {
          boolean named = drawn.size() > 1 || line.isGroup();
          String words =
              named ? Words.of("curves.diverged.of", member.run().name(), words(end)) : words(end);
          marks.add(new VerticalMark(Kind.DIVERGENCE, end.step(), words));
        }
      }
    }
    return marks;
  }

  private static String words(Divergence end) {
    return Words.of(
        Double.isNaN(end.loss()) ? "curves.diverged.nan" : "curves.diverged.infinite", end.step());
  }
}
