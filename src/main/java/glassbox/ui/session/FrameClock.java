package glassbox.ui.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;

/**
 * Tells panes, once a frame at most, that they may look at the run again. Where drawing is slow, as
 * without a graphics card, looks come less often, so that most of the processor stays with training
 * and the window answers.
 */
public final class FrameClock {
  /** Between two looks: 25 a second are smooth for curves. */
  private static final long NANOS_BETWEEN = 40_000_000L;

  /** A look and the frame that follows it take at most one part in so many of the time. */
  private static final long SHARE = 6;

  private final List<Runnable> looks = new CopyOnWriteArrayList<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        private long looked;
        private long pause = NANOS_BETWEEN;
        private boolean drawing;

        @Override
        public void handle(long now) {
          long time = System.nanoTime();
          if (drawing) { // the frame after a look has come: the look has been drawn
            pause = Math.clamp(SHARE * (time - looked), NANOS_BETWEEN, 1_000_000_000L);
            drawing = false;
          }
          if (time - looked >= pause) {
            looked = time;
            drawing = true;
            looks.forEach(Runnable::run);
          }
        }
      };

  /** Adds what is to be done each time. */
  public void add(Runnable look) {
    looks.add(look);
  }

  /** Does no longer what was added. */
  public void remove(Runnable look) {
    looks.remove(look);
  }

  public void start() {
    timer.start();
  }

  public void stop() {
    timer.stop();
  }
}
