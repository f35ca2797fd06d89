package glassbox.ui.timeline;

import glassbox.training.RunPlan;
import glassbox.ui.controls.Overlay;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.Playhead;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The run as a line to move along, which step is looked at, and a way to go on from there. */
public final class TimelineBar extends HBox implements Worded {
  private final TrainingSession session;
  private final Playhead playhead;
  private final Supplier<Overlay> overlay;
  private final TimelineTrack track;
  private final Label step = new Label();
  private final Label remark = new Label();
  private final Button live = new Button(Words.of("timeline.live"));
  private @Nullable Run shownRun;
  private @Nullable RunPlan shownPlan;
  private List<Run> shownForks = List.of();

  /**
   * The bar.
   *
   * @param overlay where the question is shown what a fork is to change
   */
  public TimelineBar(TrainingSession session, FrameClock clock, Supplier<Overlay> overlay) {
    this.session = session;
    this.overlay = overlay;
    playhead = session.playhead();
    track = new TimelineTrack(playhead);
    getStyleClass().add("timeline");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(track, Priority.ALWAYS);
    Button start = new Button("", new FontIcon(Feather.SKIP_BACK));
    start.setId("to-start");
    start.getStyleClass().add("button-icon");
    start.setTooltip(new Tooltip(Words.of("timeline.start")));
    start.setAccessibleText(Words.of("timeline.start.accessible"));
    start.setOnAction(event -> playhead.moveTo(0));
    start.disableProperty().bind(session.runProperty().isNull());
    step.setId("step-of-run");
    step.getStyleClass().add("step-of-run");
    remark.getStyleClass().addAll("muted", "timeline-remark");
    remark.setId("timeline-remark");
    remark.setMinWidth(96);
    step.setAlignment(Pos.CENTER_RIGHT);
    live.setId("live");
    live.setMinWidth(Region.USE_PREF_SIZE);
    live.setTooltip(new Tooltip(Words.of("timeline.live.help")));
    live.setOnAction(event -> playhead.toLive());
    live.visibleProperty().bind(playhead.liveProperty().not());
    HBox words = new HBox(6, step, remark);
    words.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(start, track, words, live, forkButton());
    clock.add(this::look);
    session.runProperty().addListener(property -> look());
    playhead.stepProperty().addListener(property -> showStep());
    playhead.picturedProperty().addListener(property -> showStep());
    playhead.liveProperty().addListener(property -> showStep());
    track.show(null, List.of());
    fitStep();
    look();
  }

  private Button forkButton() {
    Button fork = new Button(Words.of("timeline.forkHere"), new FontIcon(Feather.GIT_BRANCH));
    fork.setId("fork");
    fork.setMinWidth(Region.USE_PREF_SIZE);
    fork.setTooltip(new Tooltip(Words.of("timeline.forkHere.help")));
    fork.setOnAction(event -> askWhatToFork());
    fork.disableProperty().bind(session.runProperty().isNull());
    return fork;
  }

  /** Asks what a fork at the step that is looked at is to change. */
  public void askWhatToFork() {
    Run run = session.runProperty().get();
    if (run != null && run.isOpen()) {
      Overlay above = overlay.get();
      above.show(new ForkCard(session, run, playhead.stepProperty().get(), above::close));
    }
  }

  /** As wide as it will get, so that nothing moves under the hand that drags. */
  private void fitStep() {
    Run run = session.runProperty().get();
    long total = run == null ? 0 : run.totalSteps();
    step.applyCss(); // another language may come in another typeface
    step.setMinWidth(Region.USE_COMPUTED_SIZE);
    step.setText(run != null && run.isEnsemble() ? ensembleWords(run) : stepWords(total, total));
    step.setMinWidth(Math.ceil(step.prefWidth(-1)));
  }

  @Override
  public void retell() {
    fitStep();
    showStep();
    track.requestLayout();
  }

  private static String stepWords(long at, long total) {
    return Words.of("timeline.step", at, total);
  }

  private static String ensembleWords(Run run) {
    return Words.of("timeline.ensemble", run.members().size());
  }

  private void look() {
    Run run = session.runProperty().get();
    List<Run> forks =
        session.runs().all().stream()
            .filter(other -> run != null && other.parent() == run)
            .toList();
    RunPlan plan = run == null ? null : run.plan();
    if (run != shownRun || plan != shownPlan || !forks.equals(shownForks)) {
      shownRun = run;
      shownPlan = plan;
      shownForks = forks;
      track.show(run, forks);
      fitStep();
    }
    if (run != null) {
      track.grow(run.history().size());
    }
    showStep();
  }

  private void showStep() {
    Run run = session.runProperty().get();
    if (run == null) {
      step.setText(Words.of("timeline.noRun"));
      remark.setText("");
      return;
    }
    if (run.isEnsemble()) {
      step.setText(ensembleWords(run));
      remark.setText("");
      return;
    }
    long at = Math.max(0, playhead.stepProperty().get());
    step.setText(stepWords(at, run.totalSteps()));
    long pictured = playhead.picturedProperty().get();
    if (playhead.isLive()) {
      remark.setText(Words.of("timeline.remark.live"));
    } else if (pictured >= 0 && pictured != at) {
      remark.setText(Words.of("timeline.remark.pictures", pictured));
    } else {
      remark.setText(pictured == at ? Words.of("timeline.remark.past") : "…");
    }
  }
}
