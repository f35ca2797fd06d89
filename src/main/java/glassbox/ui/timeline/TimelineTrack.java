package glassbox.ui.timeline;

import glassbox.ui.session.Playhead;
import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The whole run as a line, filled as far as it has come, with its epochs, what was changed, where
 * it was forked, and a handle to move through it.
 */
final class TimelineTrack extends Region {
  private static final double THICKNESS = 6;
  private static final double HANDLE = 8;
  private static final int MOST_EPOCHS = 12;

  private final Playhead playhead;
  private final Rectangle track = new Rectangle();
  private final Rectangle done = new Rectangle();
  private final Circle handle = new Circle(HANDLE);
  private final List<Sign> signs = new ArrayList<>();
  private @Nullable Run run;
  private long total = 1;
  private long steps;

  /** Something that stands at a step: a shape, and words where there is room. */
  private record Sign(long step, javafx.scene.Node shape, Label words) {}

  TimelineTrack(Playhead playhead) {
    this.playhead = playhead;
    setId("timeline-track");
    getStyleClass().add("timeline-track");
    setFocusTraversable(true);
    setPickOnBounds(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(Words.of("timeline.track.accessible"));
    Tooltip.install(this, new Tooltip(Words.of("timeline.track.help")));
    track.getStyleClass().add("track");
    done.getStyleClass().add("track-done");
    handle.getStyleClass().add("track-handle");
    handle.setId("timeline-handle");
    getChildren().addAll(track, done, handle);
    setOnMousePressed(event -> {
      requestFocus();
      drag(event.getX());
    });
    setOnMouseDragged(event -> drag(event.getX()));
    setOnMouseReleased(event -> release(event.getX()));
    playhead.stepProperty().addListener(property -> requestLayout());
    playhead.liveProperty().addListener(property -> requestLayout());
  }

  /** Draws a run, with all that stands along it. */
  void show(@Nullable Run newRun, List<Run> forks) {
    run = newRun;
    getChildren().removeAll(signs.stream().map(Sign::shape).toList());
    getChildren().removeAll(signs.stream().map(Sign::words).toList());
    signs.clear();
    if (newRun != null) {
      total = Math.max(1, newRun.totalSteps());
      steps = newRun.history().size();
      addEpochs(newRun.epochEnds());
      for (Run.Mark mark : newRun.marks()) {
        add(mark.step(), diamond(), mark.words(), "timeline-mark-words");
      }
      if (newRun.parent() != null) {
        add(newRun.forkStep(), ring(), Words.of("timeline.track.fork"), "timeline-fork-words");
      }
      for (Run fork : forks) {
        add(fork.forkStep(), ring(), fork.name(), "timeline-fork-words");
      }
    }
    setDisable(newRun == null);
    requestLayout();
  }

  private void addEpochs(List<Long> ends) {
    int every = Math.max(1, Math.ceilDiv(ends.size(), MOST_EPOCHS));
    for (int e = every - 1; e < ends.size() - 1; e += every) {
      Line tick = new Line(0, 0, 0, 16);
      tick.getStyleClass().add("timeline-epoch");
      add(ends.get(e), tick, Words.of("timeline.track.epoch", e + 2), "timeline-epoch-words");
    }
  }

  private static Polygon diamond() {
    Polygon diamond = new Polygon(0, -6, 6, 0, 0, 6, -6, 0);
    diamond.getStyleClass().add("timeline-mark");
    return diamond;
  }

  private static Circle ring() {
    Circle ring = new Circle(5);
    ring.getStyleClass().add("timeline-fork");
    return ring;
  }

  private void add(long step, javafx.scene.Node shape, String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setMouseTransparent(true);
    Tooltip.install(shape, new Tooltip(Words.of("timeline.track.sign", words, step)));
    signs.add(new Sign(step, shape, label));
    getChildren().add(getChildren().size() - 1, shape); // the handle stays on top
    getChildren().add(getChildren().size() - 1, label);
  }

  /** How far the run has come now. */
  void grow(long nowSteps) {
    if (nowSteps != steps) {
      steps = nowSteps;
      requestLayout();
    }
  }

  private double room() {
    return Math.max(1, getWidth() - 2 * HANDLE);
  }

  private double x(long step) {
    return HANDLE + room() * Math.min(step, total) / total;
  }

  private long stepAt(double x) {
    return Math.round((x - HANDLE) / room() * total);
  }

  private void drag(double x) {
    if (run != null) {
      playhead.dragTo(stepAt(x));
    }
  }

  private void release(double x) {
    if (run == null) {
      return;
    }
    if (stepAt(x) >= run.history().size()) {
      playhead.toLive();
    } else {
      playhead.moveTo(stepAt(x));
    }
  }

  @Override
  protected void layoutChildren() {
    double middle = Math.round(getHeight() - HANDLE - 4);
    place(track, HANDLE, middle, room());
    place(done, HANDLE, middle, run == null ? 0 : x(steps) - HANDLE);
    handle.setVisible(run != null);
    handle.setCenterX(x(Math.max(0, playhead.stepProperty().get())));
    handle.setCenterY(middle);
    double free = 0;
    for (Sign sign :
        signs.stream().sorted(java.util.Comparator.comparingLong(Sign::step)).toList()) {
      double x = Math.round(x(sign.step())) + 0.5;
      boolean tick = sign.shape() instanceof Line;
      sign.shape().setTranslateX(x);
      sign.shape().setTranslateY(tick ? middle - 8 : middle);
      Label words = sign.words();
      double width = words.prefWidth(-1);
      double left = Math.min(x + 4, getWidth() - width);
      words.setVisible(left >= free);
      words.resizeRelocate(
          left, middle - HANDLE - 4 - words.prefHeight(-1), width, words.prefHeight(-1));
      if (words.isVisible()) {
        free = left + width + 8;
      }
    }
  }

  private static void place(Rectangle bar, double x, double middle, double width) {
    bar.setX(x);
    bar.setY(middle - THICKNESS / 2);
    bar.setWidth(Math.max(0, width));
    bar.setHeight(THICKNESS);
    bar.setArcWidth(THICKNESS);
    bar.setArcHeight(THICKNESS);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 40;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 40;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> (double) playhead.stepProperty().get();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> (double) total;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
