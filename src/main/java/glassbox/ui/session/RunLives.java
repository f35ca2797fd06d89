package glassbox.ui.session;

import glassbox.analysis.Lives;
import glassbox.analysis.Moment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How the answers to the test images changed over the run that is looked at. Whatever is answered
 * anyway is kept; what nobody watched is answered again in the background, nearest to the playhead
 * first, from keyframes or by replaying a few steps, while the run does not train.
 */
final class RunLives {
  /** For the moments of one run: of MNIST's test set about 150. */
  static final long MOST_BYTES = 16L << 20;

  private static final int MOST_RUNS = 4;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final RunInView view;
  private final SessionModel model;
  private final ExecutorService lookingBack;
  private final ReadOnlyObjectWrapper<@Nullable Lives> lives = new ReadOnlyObjectWrapper<>();
  private final Map<Run, KnownRun> known = new LinkedHashMap<>(16, 0.75f, true);
  private AtomicBoolean stale = new AtomicBoolean();
  private boolean filling;

  /** Lives of the run that is in view. */
  RunLives(SessionModel model, RunInView view, ExecutorService lookingBack) {
    this.model = model;
    this.view = view;
    this.lookingBack = lookingBack;
    view.runProperty().addListener((property, before, now) -> lookAt(now));
    view.snapshotProperty().addListener((property, before, now) -> remember(now));
    model.stateProperty().addListener(property -> restart());
  }

  private void lookAt(@Nullable Run run) {
    lives.set(run == null || !run.isOpen() ? null : knownOf(run).lives());
    restart();
  }

  /** What is under way may be of no use any more, or in the way. */
  private void restart() {
    stale.set(true);
    stale = new AtomicBoolean();
    fill();
  }

  private KnownRun knownOf(Run run) {
    KnownRun of = known.computeIfAbsent(run, KnownRun::new);
    if (known.size() > MOST_RUNS) {
      known.remove(known.keySet().iterator().next());
    }
    return of;
  }

  private void remember(@Nullable Snapshot shown) {
    if (shown != null && shown.run().isOpen()) {
      KnownRun of = knownOf(shown.run());
      work(
          () -> {
            of.add(shown);
            return of;
          },
          done -> show(shown.run(), of));
    }
  }

  private void show(Run run, KnownRun of) {
    if (view.runProperty().get() == run) {
      lives.set(of.lives());
      fill();
    }
  }

  /** Answers one moment that is not known yet; when it is, the next one. */
  private void fill() {
    Run run = view.runProperty().get();
    if (filling || run == null || !run.isOpen() || !isBegun(run) || isTraining(run)) {
      return;
    }
    KnownRun of = knownOf(run);
    OptionalLong step = of.nextUnknown(view.playhead().stepProperty().get(), !model.isRunning());
    if (step.isPresent()) {
      filling = true;
      AtomicBoolean asked = stale;
      work(
          () -> of.answer(step.getAsLong(), patience(asked)) || !asked.get(),
          settled -> filled(run, of, settled ? OptionalLong.empty() : step));
    }
  }

  /** One that is about to train has nothing to look back at, and needs the processor itself. */
  private static boolean isBegun(Run run) {
    return run.history().size() > 0;
  }

  private boolean isTraining(Run run) {
    return model.isRunning() && run.status() == Run.Status.IN_HAND;
  }

  private BooleanSupplier patience(AtomicBoolean asked) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    return () -> !asked.get() && !lookingBack.isShutdown() && System.nanoTime() < end;
  }

  private void filled(Run run, KnownRun of, OptionalLong interrupted) {
    filling = false;
    interrupted.ifPresent(of::tryAgain);
    show(run, of);
    fill();
  }

  private <T> void work(Callable<T> work, Consumer<T> use) {
    if (!lookingBack.isShutdown()) {
      lookingBack.execute(Background.task(work, use, problem -> filling = false));
    }
  }

  /** Null where no run is looked at. */
  ReadOnlyObjectProperty<@Nullable Lives> livesProperty() {
    return lives.getReadOnlyProperty();
  }

  /** The moments of one run. */
  private static final class KnownRun {
    private final Run run;
    private final WantedSteps wanted = new WantedSteps();
    private final Past past;
    private volatile Lives lives;

    KnownRun(Run run) {
      this.run = run;
      past = new Past(run);
      lives = Lives.none(run.data().test());
    }

    Lives lives() {
      return lives;
    }

    /** On the JavaFX thread. */
    OptionalLong nextUnknown(long near, boolean replaying) {
      wanted.span(run.timeline().steps(), run.history().size());
      return wanted.next(lives, near, replaying);
    }

    void tryAgain(long step) {
      wanted.tryAgain(step);
    }

    /** On the thread that looks back. */
    void add(Snapshot shown) {
      boolean isKnown = lives.distance(shown.step()) == 0;
      if (!isKnown && Double.isFinite(shown.test().evaluation().loss())) {
        lives = lives.with(Moment.of(shown.step(), shown.test()), MOST_BYTES);
      }
    }

    /** On the thread that looks back; false where it was given up. */
    boolean answer(long step, BooleanSupplier goOn) {
      Snapshot made = past.at(step, goOn);
      if (made != null) {
        add(made);
      }
      return made != null;
    }
  }
}
