package glassbox.ui.session;

import glassbox.analysis.Placement;
import glassbox.analysis.Projection.Method;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.training.HiddenLayer;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.concurrent.Worker;
import org.jspecify.annotations.Nullable;

/**
 * The map of the images that are looked at: as long as somebody watches, they are placed anew for
 * every step that is looked at, starting from where they were. One work at a time; while a run
 * trains it is brought to its end, a moved handle calls it off. So does going away, but for
 * principal components: they are there within a second, and would begin anew at every glance.
 */
public final class MapInView {
  /** So many images at most, evenly spread over the part. */
  public static final int MOST_IMAGES = 10_000;

  /** So many pixels at most: 64 MiB as floats. */
  private static final long MOST_PIXELS = 1L << 24;

  private final PartInView part;
  private final RunInView view;
  private final ExecutorService thread;
  private final Consumer<String> refusal;
  private final ObjectProperty<MapChoice> choice = new SimpleObjectProperty<>(MapChoice.FIRST);
  private int watchers;
  private final ReadOnlyObjectWrapper<@Nullable Mapped> mapped = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
  private @Nullable MapTask underWay;
  private @Nullable Finished finished;

  /** What the last work has come to. */
  private record Finished(MapTask task, Matrix positions) {}

  MapInView(PartInView part, RunInView view, ExecutorService thread, Consumer<String> refusal) {
    this.part = part;
    this.view = view;
    this.thread = thread;
    this.refusal = refusal;
    part.examinedProperty().addListener(property -> refresh());
    choice.addListener(property -> goOn());
  }

  private void refresh() {
    Examined wanted = part.examinedProperty().get();
    MapTask task = underWay;
    if (task != null && (isLeft(task) || wanted == null || isStale(task, wanted))) {
      callOff();
    }
    Mapped shown = mapped.get();
    if (shown != null && wanted != null && !areSameImages(shown.of(), wanted)) {
      mapped.set(null);
      finished = null;
    }
    if (watchers > 0 && wanted != null && underWay == null && !stopped.get()) {
      place(wanted, fitting(choice.get(), wanted));
    }
  }

  /** The choice, or the last layer where this network has fewer. */
  private static MapChoice fitting(MapChoice asked, Examined wanted) {
    int layers = layers(wanted.moment().run()).size();
    return asked.layer() <= layers ? asked : asked.withLayer(layers);
  }

  /** The hidden layers that a run's images can be placed by. */
  public static List<HiddenLayer> layers(Run run) {
    return HiddenLayer.of(run.recipe().network());
  }

  /** Nobody looks, and it would not soon be there anyway. */
  private boolean isLeft(MapTask task) {
    return watchers == 0 && task.by().method() != Method.PCA;
  }

  private boolean isStale(MapTask task, Examined wanted) {
    boolean sameMoment = task.by().layer() == 0 || task.of().moment() == wanted.moment();
    boolean stillOfUse =
        task.of().moment().run() == wanted.moment().run() && view.playhead().isLive();
    return !areSameImages(task.of(), wanted)
        || !task.by().equals(fitting(choice.get(), wanted))
        || !sameMoment && !stillOfUse;
  }

  private static boolean areSameImages(Examined one, Examined other) {
    return one.part() == other.part() && one.answers().images() == other.answers().images();
  }

  private void place(Examined wanted, MapChoice by) {
    Finished before = finished;
    boolean same = before != null && areSameImages(before.task().of(), wanted);
    boolean sameChoice = same && before != null && before.task().by().equals(by);
    if (sameChoice
        && before != null
        && (by.layer() == 0 || before.task().of().moment() == wanted.moment())) {
      return; // it is there
    }
    MapTask task =
        new MapTask(
            wanted,
            by,
            before != null && same ? before.task().images() : chosen(wanted.answers().images()),
            before != null && sameChoice ? before.positions() : null);
    underWay = task;
    task.valueProperty().addListener((property, old, now) -> onTheWay(task, now));
    task.progressProperty().addListener(property -> showProgress(task));
    task.stateProperty().addListener((property, old, now) -> ended(task, now));
    progress.set(0);
    thread.execute(task);
  }

  private static int[] chosen(ImageSet set) {
    long room = Math.max(1, MOST_PIXELS / Math.max(1, set.pixelsPerImage()));
    int count = (int) Math.min(Math.min(set.count(), MOST_IMAGES), room);
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = (int) ((long) i * set.count() / count);
    }
    return chosen;
  }

  private void showProgress(MapTask task) {
    if (task == underWay) {
      progress.set(Math.max(0, task.getProgress()));
    }
  }

  private void onTheWay(MapTask task, @Nullable Matrix positions) {
    if (task == underWay && positions != null) {
      show(task, positions);
    }
  }

  private void ended(MapTask task, Worker.State state) {
    if (task != underWay || state != Worker.State.SUCCEEDED && state != Worker.State.FAILED) {
      return;
    }
    underWay = null;
    progress.set(Double.NaN);
    Matrix positions = task.getValue();
    if (state == Worker.State.FAILED) {
      stopped.set(true);
      refusal.accept(Words.of("session.map.failed", Failures.of(task.getException())));
    } else if (positions != null) {
      finished = new Finished(task, positions);
      show(task, positions);
      refresh();
    }
  }

  private void show(MapTask task, Matrix positions) {
    Mapped before = mapped.get();
    Placement last = before == null ? null : before.placement();
    mapped.set(new Mapped(task.of(), task.by(), MapPlaces.drifted(task.images(), positions, last)));
  }

  private void callOff() {
    MapTask task = underWay;
    if (task != null) {
      underWay = null;
      task.cancel(false);
      progress.set(Double.NaN);
    }
  }

  /** Leaves the images where they are, until {@link #goOn} or another choice. */
  public void stop() {
    callOff();
    stopped.set(true);
  }

  /** Follows again. */
  public void goOn() {
    stopped.set(false);
    refresh();
  }

  /** Ends what is under way. */
  void close() {
    watchers = 0;
    callOff();
  }

  /** How images are placed. */
  public ObjectProperty<MapChoice> choiceProperty() {
    return choice;
  }

  /** Somebody looks at the map from now on; nothing is placed otherwise. */
  public void watch() {
    watchers++;
    refresh();
  }

  /** One who looked at it looks no longer. */
  public void leave() {
    watchers = Math.max(0, watchers - 1);
    refresh();
  }

  /** Where they lie, null where none are placed yet. */
  public ReadOnlyObjectProperty<@Nullable Mapped> mappedProperty() {
    return mapped.getReadOnlyProperty();
  }

  /** How much of the work is done, from 0 to 1; NaN where there is none. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether the user has stopped it. */
  public ReadOnlyBooleanProperty stoppedProperty() {
    return stopped.getReadOnlyProperty();
  }
}
