package glassbox.ui.session;

import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunListing;
import glassbox.format.RunSummary;
import glassbox.training.History;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run without opening it.
 *
 * @param plan null where the folder cannot be read
 * @param atItsEnd whether there is nothing left to train
 * @param inUse whether another program trains it
 * @param problem why the folder cannot be read; empty where all is well
 */
record ListedRun(
    RunListing listing, @Nullable RunPlan plan, boolean atItsEnd, boolean inUse, String problem) {
  /** Reads it in the background; a folder that cannot be read says why. */
  static ListedRun read(Path path) {
    RunListing listing = RunListing.read(path);
    String problem = listing.problem();
    try {
      if (problem != null) {
        return new ListedRun(listing, null, false, false, problem);
      }
      RunFolder folder = RunFolder.open(path);
      RunPlan plan = folder.readPlan();
      boolean atItsEnd =
          listing.about().isEnsemble()
              || folder.readSummary().filter(summary -> isEnd(summary, plan.last())).isPresent();
      return new ListedRun(listing, plan, atItsEnd, listing.inUse(), "");
    } catch (IOException | RuntimeException e) {
      return new ListedRun(listing, null, false, false, Failures.of(e));
    }
  }

  /** Whether a run that has an outcome has come to its end; one that was stopped can go on. */
  private static boolean isEnd(RunSummary summary, Recipe recipe) {
    return summary.epochs() >= recipe.epochs() || recipe.earlyStopping() != null;
  }

  Path folder() {
    return listing.folder();
  }

  /** The folder of the run that it was forked from; null for none. */
  @Nullable Path parentFolder() {
    return listing.parentFolder();
  }

  private RunAbout about() {
    return listing.about();
  }

  /** A run that is not open and not on the charts. */
  Run toRun(int number, @Nullable Run parent) {
    RunPlan known = plan == null ? new RunPlan(Presets.seed()) : plan;
    Run.Origin origin =
        new Run.Origin(parent, about().forkStep(), about().group(), about().members());
    Run run = new Run(number, about().name(), known, 0, new History(), origin);
    run.setInk(-1);
    run.setFolder(folder());
    run.shownProperty().set(false);
    update(run);
    return run;
  }

  /** Tells a run that is not open what its folder says now. */
  void update(Run run) {
    if (plan != null) {
      run.setPlan(plan); // whoever writes it may have gone on, or have just begun
    }
    if (run.status() == Run.Status.DAMAGED) {
      run.setName(about().name());
    }
    run.setNote(problem.isEmpty() ? about().note() : problem);
    run.setFigures(figures());
    run.setStatus(status());
  }

  private RunFigures figures() {
    RunListing.Figures figures = listing.figures();
    return new RunFigures(
        figures.steps(),
        figures.testAccuracy(),
        figures.bestValidationAccuracy(),
        figures.seconds());
  }

  private Run.Status status() {
    if (!problem.isEmpty()) {
      return Run.Status.DAMAGED;
    }
    if (inUse) {
      return Run.Status.ELSEWHERE;
    }
    return atItsEnd ? Run.Status.FINISHED : Run.Status.UNFINISHED;
  }
}
