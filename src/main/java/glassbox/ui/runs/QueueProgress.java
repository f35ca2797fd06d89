package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.session.RunQueue;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far the runs are that wait to be trained. */
final class QueueProgress extends VBox {
  private final TrainingSession session;
  private final Label words = Parts.label("");
  private final ProgressBar bar = new ProgressBar(0);

  QueueProgress(TrainingSession session) {
    this.session = session;
    setSpacing(4);
    words.setId("queue-words");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("queue-bar");
    bar.setAccessibleText(Words.of("runs.queue"));
    Button cancel =
        Parts.button(
            Words.of("runs.queue.cancel"),
            "queue-cancel",
            Words.of("runs.queue.cancel.help"),
            session::cancelQueue);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, words, space, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, bar);
    session.queue().doneProperty().addListener(property -> look());
    session.queue().totalProperty().addListener(property -> look());
    look();
  }

  void look() {
    RunQueue queue = session.queue();
    Parts.show(this, queue.isActive());
    if (queue.isActive()) {
      int done = queue.doneProperty().get();
      int total = queue.totalProperty().get();
      boolean paused = session.state() == State.PAUSED;
      words.setText(Words.of(paused ? "runs.queue.paused" : "runs.queue.at", done + 1, total));
      bar.setProgress((done + shareOfTheRun()) / total);
    }
  }

  private double shareOfTheRun() {
    Run run = session.runInHand();
    return run == null || run.totalSteps() == 0 ? 0 : (double) run.steps() / run.totalSteps();
  }
}
