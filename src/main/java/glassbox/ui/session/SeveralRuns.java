package glassbox.ui.session;

import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Trains several runs one after the other, each as fast as it can. */
final class SeveralRuns {
  private final SessionModel model;
  private final RunList runs;
  private final RunQueue queue;
  private final RunOpener opener;
  private final RunInHand inHand;
  private final Training training;
  private @Nullable Recipe settings;

  SeveralRuns(
      SessionModel model,
      RunList runs,
      RunQueue queue,
      RunOpener opener,
      RunInHand inHand,
      Training training) {
    this.model = model;
    this.runs = runs;
    this.queue = queue;
    this.opener = opener;
    this.inHand = inHand;
    this.training = training;
    queue.doneProperty().addListener(property -> giveSettingsBack());
    queue.totalProperty().addListener(property -> giveSettingsBack());
  }

  /** After the last of several runs the settings are those that the user had before the first. */
  private void giveSettingsBack() {
    Recipe before = settings;
    if (before != null && !queue.isActive()) {
      settings = null;
      if (inHand.isEmpty()) {
        model.setRecipe(before);
      }
    }
  }

  /** Trains a new run for each variant, to its end. */
  void trainAll(List<Sweep.Variant> variants) {
    if (model.canTrain() && !variants.isEmpty()) {
      inHand.layAside();
      Recipe before = model.recipe();
      enqueue(variants.stream().<BooleanSupplier>map(variant -> () -> trainOne(variant)).toList());
      settings = queue.isActive() ? before : null;
    }
  }

  private boolean trainOne(Sweep.Variant variant) {
    Run.Origin origin = new Run.Origin(null, 0, variant.group());
    RunPlan plan = new RunPlan(variant.recipe());
    boolean begun = training.begin(runs.fresh(variant.name(), plan, origin));
    if (begun) {
      inHand.advance(new Goal.End(), false, State.RUNNING);
    }
    return begun;
  }

  /** Lets runs go on until all have done as many steps. */
  void bringTo(List<Run> several, long steps) {
    if (model.canTrain()) {
      enqueue(
          several.stream()
              .filter(SeveralRuns::canGoOn)
              .<BooleanSupplier>map(other -> () -> bringOne(other, steps))
              .toList());
    }
  }

  private static boolean canGoOn(Run other) {
    return other.status() != Run.Status.DAMAGED && other.status() != Run.Status.ELSEWHERE;
  }

  /** One of another day has to be opened before it is known whether it is behind. */
  private boolean bringOne(Run other, long steps) {
    opener.open(
        other,
        () -> {
          if (other.steps() < Math.min(steps, other.totalSteps())) {
            training.goOnOpen(other, new Goal.Steps(steps));
          } else {
            queue.next();
          }
        },
        problem -> {
          model.refuse(other.name() + ": " + problem);
          queue.next();
        });
    return true;
  }

  private void enqueue(List<BooleanSupplier> jobs) {
    model.dismissNotice();
    queue.ended(); // where one was paused, it makes room
    queue.add(jobs);
    queue.startNext();
  }

  /** Gives up what waits in the queue and pauses what it trains. */
  void cancel() {
    queue.clear();
    inHand.pause();
  }
}
