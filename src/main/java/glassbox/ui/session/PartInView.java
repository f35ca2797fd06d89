package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.training.Evaluator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the part of the images that is looked at. The test set comes with every snapshot;
 * other parts are answered in the background, one after the other, always the newest step.
 */
final class PartInView {
  private final RunInView view;
  private final Background background;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TEST);
  private final ReadOnlyObjectWrapper<@Nullable Examined> examined = new ReadOnlyObjectWrapper<>();
  private @Nullable Request underWay;

  private record Request(Part part, Snapshot moment, AtomicBoolean stale) {}

  PartInView(RunInView view, Background background) {
    this.view = view;
    this.background = background;
    part.addListener(property -> refresh());
    view.snapshotProperty().addListener(property -> refresh());
  }

  private void refresh() {
    Snapshot moment = view.snapshotProperty().get();
    Examined shown = examined.get();
    boolean foreign =
        shown != null && (shown.part() != part.get() || !isOf(shown.moment(), moment));
    if (moment == null || foreign) {
      examined.set(null);
    }
    if (moment != null && part.get() == Part.TEST) {
      examined.set(new Examined(Part.TEST, moment, moment.test()));
    }
    discardStale(moment);
    if (moment != null && part.get() != Part.TEST && underWay == null) {
      ask(new Request(part.get(), moment, new AtomicBoolean()));
    }
  }

  private static boolean isOf(Snapshot shown, @Nullable Snapshot moment) {
    return moment != null && shown.run() == moment.run();
  }

  /** While a run trains its last answers are still of use; a moved handle wants others at once. */
  private void discardStale(@Nullable Snapshot moment) {
    Request asked = underWay;
    if (asked != null
        && (asked.part() != part.get()
            || !isOf(asked.moment(), moment)
            || asked.moment() != moment && !view.playhead().isLive())) {
      asked.stale().set(true);
      underWay = null;
    }
  }

  private void ask(Request request) {
    underWay = request;
    Callable<@Nullable Examined> answering =
        () -> examine(request.part(), request.moment(), () -> !request.stale().get());
    background.run(answering, answered -> answered(request, answered));
  }

  private void answered(Request request, @Nullable Examined answered) {
    if (underWay != request) {
      return;
    }
    underWay = null;
    if (answered != null) {
      examined.set(answered);
    }
    if (view.snapshotProperty().get() != request.moment()) {
      refresh();
    }
  }

  /** Answers a part with the network of a moment; null where it is empty or given up. */
  static @Nullable Examined examine(Part part, Snapshot moment, BooleanSupplier goOn) {
    ImageSet images = part.of(moment.run());
    if (images.count() == 0 || !goOn.getAsBoolean()) {
      return null;
    }
    Evaluator evaluator = new Evaluator(moment.network(), Compute.single());
    Predictions answers =
        new Predictions(images, evaluator.probabilities(images, goOn::getAsBoolean));
    return goOn.getAsBoolean() ? new Examined(part, moment, answers) : null;
  }

  ObjectProperty<Part> partProperty() {
    return part;
  }

  /** Null where nothing is answered yet, or the run has no such images. */
  ReadOnlyObjectProperty<@Nullable Examined> examinedProperty() {
    return examined.getReadOnlyProperty();
  }
}
