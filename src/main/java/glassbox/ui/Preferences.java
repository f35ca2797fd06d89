package glassbox.ui;

import glassbox.ui.session.Machine;
import glassbox.ui.session.TrainingSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/**
 * What can be chosen once and holds from then on: properties of which each takes effect by itself,
 * is remembered and can be taken back.
 */
final class Preferences {
  final Property<Motion> motion;
  final Property<Speed> speed;
  final Property<Number> threads;
  final Property<Number> keyframeMegabytes;
  final Property<Path> runsFolder;
  final Property<Path> dataFolder;
  private final TrainingSession session;
  private final List<Choice<?>> all = new ArrayList<>();
  private boolean following;

  /** A choice and what it is at the first start. */
  private record Choice<T>(Property<T> property, T atFirst) {
    void reset() {
      property.setValue(atFirst);
    }

    /** Makes it what it is now. */
    Runnable restoring() {
      T now = property.getValue();
      return () -> property.setValue(now);
    }
  }

  /** What was chosen at earlier starts; it takes effect at once. */
  Preferences(TrainingSession session, Settings settings, Scene scene) {
    this.session = session;
    motion = new SimpleObjectProperty<>(settings.choice("motion", Motion.SYSTEM));
    speed = new SimpleObjectProperty<>(Speed.of(session));
    threads = new SimpleIntegerProperty(settings.threads());
    keyframeMegabytes = new SimpleIntegerProperty(settings.keyframeMegabytes());
    runsFolder = new SimpleObjectProperty<>(settings.runsFolder());
    dataFolder = new SimpleObjectProperty<>(settings.dataFolder());
    motion.getValue().applyTo(scene);
    keep(keyframeMegabytes.getValue());
    own(
        motion,
        Motion.SYSTEM,
        now -> {
          settings.setChoice("motion", now);
          now.applyTo(scene);
        });
    own(
        threads,
        Settings.usualThreads(),
        now -> {
          settings.setNumber("threads", now.intValue());
          session.setThreads(now.intValue());
        });
    own(
        keyframeMegabytes,
        Machine.KEYFRAME_MEGABYTES,
        now -> {
          settings.setNumber("keyframes.megabytes", now.intValue());
          keep(now);
        });
    own(runsFolder, settings.usualRunsFolder(), now -> settings.setFolder("runs.folder", now));
    own(dataFolder, settings.usualDataFolder(), now -> settings.setFolder("data.folder", now));
    followSpeed();
  }

  private void keep(Number megabytes) {
    session.setKeyframeBytes(megabytes.longValue() << 20);
  }

  private <T> void own(Property<T> property, T atFirst, Consumer<T> effect) {
    property.addListener((p, before, now) -> effect.accept(now));
    session.undo().watch(property);
    include(property, atFirst);
  }

  /** A choice that another part of the window has made effective and can take back. */
  <T> void include(Property<T> property, T atFirst) {
    all.add(new Choice<>(property, atFirst));
  }

  /** The speed has a control elsewhere as well. */
  private void followSpeed() {
    session
        .stepsPerSecondProperty()
        .addListener(property -> {
          following = true;
          speed.setValue(Speed.of(session));
          following = false;
        });
    speed.addListener((property, before, now) -> {
      if (!following) {
        now.applyTo(session);
      }
    });
    include(speed, Speed.SUITED);
  }

  /** Tells of every change from now on. */
  void onChange(Runnable told) {
    // a change listener: an invalidation listener would hear of it before its effect
    all.forEach(choice -> listen(choice.property(), told));
  }

  private static <T> void listen(Property<T> choice, Runnable told) {
    choice.addListener((property, before, now) -> told.run());
  }

  /** Everything as at the first start, to be taken back as one. */
  void reset() {
    List<Runnable> before = all.stream().map(Choice::restoring).toList();
    session.undo().doAsOne(() -> all.forEach(Choice::reset), () -> before.forEach(Runnable::run));
  }
}
