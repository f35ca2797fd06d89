package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.ui.words.Words;
import java.util.function.Consumer;

/** Opens runs of other days, so that their steps can be looked at and gone on from. */
final class RunOpener {
  private final SessionModel model;
  private final RunList runs;
  private final Background background;

  RunOpener(SessionModel model, RunList runs, Background background) {
    this.model = model;
    this.runs = runs;
    this.background = background;
  }

  /** Does something with an open run: at once, or when it has been read in the background. */
  void open(Run run, Runnable then) {
    open(run, then, model::refuse);
  }

  /**
   * Like {@link #open(Run, Runnable)}.
   *
   * @param problem hears in words why the run cannot be opened
   */
  void open(Run run, Runnable then, Consumer<String> problem) {
    if (run.status() == Run.Status.DAMAGED) {
      problem.accept(run.noteProperty().get());
    } else if (run.isOpen()) {
      then.run();
    } else {
      ImageDataset present = model.dataset();
      background.run(
          () -> SavedRun.open(run, present, runs.memory()),
          opened -> {
            fill(run, opened);
            then.run();
            if (!opened.isWhole()) {
              long steps = opened.state().keyframe().step();
              model.tell(Notice.info(Words.of("session.run.rescued", run.name(), steps)));
            }
          },
          problem);
    }
  }

  private void fill(Run run, SavedRun.Opened opened) {
    if (!run.isOpen()) { // it may have been asked for twice
      run.setInk(runs.newInk());
      run.open(opened.data(), opened.timeline());
      run.setHistory(opened.state().history());
      if (!opened.isWhole()) { // the last steps can be made again, as they were
        run.setFigures(run.figuresProperty().get().withSteps(opened.state().keyframe().step()));
        run.setStatus(Run.Status.UNFINISHED);
      }
    }
  }
}
