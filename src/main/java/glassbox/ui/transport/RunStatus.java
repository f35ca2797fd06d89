package glassbox.ui.transport;

import glassbox.ui.session.FrameClock;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How fast the run is and how long it will take, the latter alone where there is little room; how
 * far it is stands in the timeline.
 */
final class RunStatus extends Label {
  private static final long NANOS_BETWEEN_SPEEDS = 500_000_000L;

  private final TrainingSession session;
  private final Text ruler = new Text();
  private final Tooltip whole = new Tooltip();
  private long lastTime;
  private long lastImages;
  private double imagesPerSecond;

  /** All there is to say, and the time left if it is known. */
  private String full = "";

  private String left = "";

  RunStatus(TrainingSession session, FrameClock clock) {
    this.session = session;
    setId("run-status");
    getStyleClass().add("run-status");
    setMinWidth(40);
    setTooltip(whole);
    clock.add(this::look);
    session.runProperty().addListener(property -> restart());
    session
        .stateProperty()
        .addListener(property -> {
          restart();
          look();
        });
    look();
  }

  private void restart() {
    lastTime = System.nanoTime();
    Run run = session.runProperty().get();
    lastImages = run == null ? 0 : run.imagesLearned();
    imagesPerSecond = 0;
  }

  private void look() {
    Run inHand = session.runInHand();
    left = "";
    String words = words(inHand == null ? session.runProperty().get() : inHand);
    if (!words.equals(full)) {
      full = words;
      whole.setText(Words.of("transport.status.help", full));
      requestLayout();
    }
    boolean fits = left.isEmpty() || getWidth() >= prefWidth(-1);
    setText(fits ? full : Words.of("transport.status.left", left));
  }

  /** Asks for room for all its words, whether they are shown or not. */
  @Override
  protected double computePrefWidth(double height) {
    ruler.setFont(getFont());
    ruler.setText(full);
    double width = ruler.getLayoutBounds().getWidth();
    return snapSizeX(width) + snappedLeftInset() + snappedRightInset();
  }

  private String words(@Nullable Run run) {
    if (session.state() == State.LOADING) {
      return Words.of("transport.status.reading");
    }
    if (session.state() == State.EMPTY) {
      return Words.of("transport.status.choose");
    }
    if (run == null) {
      return Words.of("transport.status.ready");
    }
    if (session.state() == State.PAUSED) {
      return Words.of("transport.status.paused");
    }
    if (session.state() != State.RUNNING) {
      return run.status() == Run.Status.FINISHED
          ? Words.of("transport.status.done")
          : Words.of("transport.status.stopped");
    }
    measure(run);
    if (imagesPerSecond == 0) {
      return Words.of("transport.status.training");
    }
    left = duration((run.imagesPlanned() - run.imagesLearned()) / imagesPerSecond);
    return Words.of(
        "transport.status.speed",
        Figures.decimal(imagesPerSecond / 1000, imagesPerSecond < 10_000 ? 1 : 0),
        left);
  }

  private void measure(Run run) {
    long now = System.nanoTime();
    if (now - lastTime >= NANOS_BETWEEN_SPEEDS) {
      imagesPerSecond = (run.imagesLearned() - lastImages) * 1e9 / (now - lastTime);
      lastTime = now;
      lastImages = run.imagesLearned();
    }
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }
}
