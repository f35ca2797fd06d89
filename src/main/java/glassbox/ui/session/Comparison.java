package glassbox.ui.session;

import glassbox.ui.words.Words;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A moment beside the one that is looked at, to be compared with it: a step that was pinned, or the
 * end of another run. It answers the same part of the images.
 */
public final class Comparison {
  private final SessionModel model;
  private final PartInView part;
  private final RunOpener opener;
  private final ExecutorService lookingBack;
  private final ReadOnlyObjectWrapper<@Nullable Examined> reference = new ReadOnlyObjectWrapper<>();
  private AtomicBoolean stale = new AtomicBoolean();

  Comparison(SessionModel model, PartInView part, RunOpener opener, ExecutorService lookingBack) {
    this.model = model;
    this.part = part;
    this.opener = opener;
    this.lookingBack = lookingBack;
    part.partProperty().addListener(property -> answerAgain());
    model.datasetProperty().addListener(property -> end());
  }

  /** What is compared with; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable Examined> referenceProperty() {
    return reference.getReadOnlyProperty();
  }

  /** Compares later steps with the one that is looked at now. */
  public void pin() {
    Examined now = part.examinedProperty().get();
    if (now != null) {
      supersede();
      reference.set(now);
    }
  }

  /** Compares with the end of a run, which is opened and answered in the background. */
  public void with(Run other) {
    AtomicBoolean asked = supersede();
    opener.open(other, () -> answerEnd(other, asked));
  }

  /** Compares no more. */
  public void end() {
    supersede();
    reference.set(null);
  }

  private AtomicBoolean supersede() {
    stale.set(true);
    stale = new AtomicBoolean();
    return stale;
  }

  private void answerEnd(Run other, AtomicBoolean asked) {
    if (model.dataset() == null
        || !other.data().classNames().equals(model.dataset().classNames())) {
      model.refuse(Words.of("session.compare.classes", other.name()));
      return;
    }
    Part of = part.partProperty().get();
    long last = other.history().size();
    work(
        () -> {
          Snapshot end = new Past(other).at(last, () -> !asked.get());
          return end == null ? null : PartInView.examine(of, end, () -> !asked.get());
        },
        asked,
        Words.of("session.compare.answers", other.name()));
  }

  private void answerAgain() {
    Examined before = reference.get();
    if (before != null) {
      AtomicBoolean asked = supersede();
      reference.set(null);
      Part of = part.partProperty().get();
      work(
          () -> PartInView.examine(of, before.moment(), () -> !asked.get()),
          asked,
          Words.of("session.compare.heldOut", before.moment().run().name()));
    }
  }

  private void work(Callable<@Nullable Examined> work, AtomicBoolean asked, String nothing) {
    if (!lookingBack.isShutdown()) {
      lookingBack.execute(
          Background.task(work, found -> use(found, asked, nothing), model::refuse));
    }
  }

  private void use(@Nullable Examined found, AtomicBoolean asked, String nothing) {
    if (asked.get()) {
      return;
    }
    if (found == null || !Double.isFinite(found.answers().evaluation().loss())) {
      model.refuse(nothing);
    } else {
      reference.set(found);
    }
  }
}
