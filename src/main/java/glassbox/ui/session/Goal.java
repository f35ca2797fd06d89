package glassbox.ui.session;

import glassbox.training.History.ValidationPoint;
import glassbox.training.Trainer;
import java.util.List;

/** How far to train before pausing. The end of the run always ends it. */
public sealed interface Goal {
  /** To the end of the run. */
  record End() implements Goal {
    @Override
    public boolean isReached(Trainer trainer) {
      return false;
    }
  }

  /** Until so many steps are done. */
  record Steps(long steps) implements Goal {
    @Override
    public boolean isReached(Trainer trainer) {
      return trainer.steps() >= steps;
    }
  }

  /** Until so many epochs are done. */
  record Epochs(long epochs) implements Goal {
    @Override
    public boolean isReached(Trainer trainer) {
      return trainer.course().epochOf(trainer.steps()) >= epochs;
    }
  }

  /** Until the images held out are answered so well, in [0, 1]. */
  record Accuracy(double share) implements Goal {
    @Override
    public boolean isReached(Trainer trainer) {
      List<ValidationPoint> points = trainer.history().validations();
      return !points.isEmpty()
          && points.getLast().afterSteps() == trainer.steps()
          && points.getLast().accuracy() >= share;
    }
  }

  /** Whether the run has come there; between two steps. */
  boolean isReached(Trainer trainer);
}
