package glassbox.ui.curves;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.training.RunPlan;
import glassbox.ui.session.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The curves of a run, as far as they have been read from its history. */
final class RunCurves {
  private final Run run;
  private History history;
  private Curve loss;
  private Curve accuracy;
  private @Nullable RunPlan plan;
  private List<Run.Mark> changes = List.of();
  private List<ValidationPoint> validations = List.of();
  private History.@Nullable Divergence divergence;

  RunCurves(Run run, double smoothing) {
    this.run = run;
    history = run.history();
    loss = new Curve(smoothing);
    accuracy = new Curve(smoothing);
  }

  /**
   * Takes what has come, as far as the allowance reaches.
   *
   * @return whether there is anything new to be drawn
   */
  boolean read(double smoothing, Allowance allowance) {
    boolean begun = beginAnewWhereReplaced(smoothing);
    int size = history.size(); // before the values, which are there by then
    int before = loss.steps() + accuracy.steps();
    loss.read(size, step -> history.loss(step), allowance);
    accuracy.read(size, step -> history.accuracy(step), allowance);
    boolean smoothed = loss.smooth(smoothing, allowance) | accuracy.smooth(smoothing, allowance);
    return readMeasurements() | begun | smoothed | loss.steps() + accuracy.steps() > before;
  }

  private boolean beginAnewWhereReplaced(double smoothing) {
    History now = run.history();
    boolean replaced = now != history || now.size() < loss.steps();
    if (replaced) {
      history = now;
      loss = new Curve(smoothing);
      accuracy = new Curve(smoothing);
    }
    return replaced;
  }

  private boolean readMeasurements() {
    List<ValidationPoint> points = history.validations();
    History.Divergence end = history.divergence();
    boolean changed = points != validations || end != divergence;
    validations = points;
    divergence = end;
    return changed;
  }

  Run run() {
    return run;
  }

  /** Settings that were changed in the run, oldest first. */
  List<Run.Mark> changes() {
    RunPlan now = run.plan();
    if (now != plan) {
      plan = now;
      changes = run.marks();
    }
    return changes;
  }

  Curve curve(Measure measure) {
    return measure == Measure.LOSS ? loss : accuracy;
  }

  /** Steps that have been read. */
  int steps() {
    return loss.steps();
  }

  List<ValidationPoint> validations() {
    return validations;
  }

  /** Where the run could not go on; null where it could. */
  History.@Nullable Divergence divergence() {
    return divergence;
  }
}
