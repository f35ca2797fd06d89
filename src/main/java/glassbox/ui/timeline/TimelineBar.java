package glassbox.ui.timeline;

import glassbox.ui.session.FrameClock;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The whole run as a line, filled as far as it has come. */
public final class TimelineBar extends HBox {
  private final TrainingSession session;
  private final ProgressBar progress = new ProgressBar(0);
  private final Label epoch = new Label();
  private final Label step = new Label();
  private int shownSteps = -1;

  public TimelineBar(TrainingSession session, FrameClock clock) {
    this.session = session;
    getStyleClass().add("timeline");
    setAlignment(Pos.CENTER_LEFT);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText("Progress of the run");
    progress.setId("progress");
    HBox.setHgrow(progress, Priority.ALWAYS);
    step.setId("step-of-run");
    epoch.getStyleClass().add("muted");
    for (Label label : new Label[] {epoch, step}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    getChildren().addAll(epoch, progress, step);
    clock.add(this::look);
    session.runProperty().addListener((property, before, now) -> showAnew());
    showAnew();
  }

  private void showAnew() {
    shownSteps = -1;
    look();
  }

  private void look() {
    Run run = session.runProperty().get();
    if (run == null) {
      progress.setProgress(0);
      epoch.setText("no run yet");
      step.setText("step 0");
      return;
    }
    int steps = run.history().size();
    if (steps == shownSteps) {
      return;
    }
    shownSteps = steps;
    progress.setProgress((double) steps / run.totalSteps());
    int current = Math.min(run.recipe().epochs(), steps / run.stepsPerEpoch() + 1);
    epoch.setText("epoch %d of %d".formatted(current, run.recipe().epochs()));
    step.setText(String.format(Locale.ROOT, "step %,d of %,d", steps, run.totalSteps()));
  }
}
