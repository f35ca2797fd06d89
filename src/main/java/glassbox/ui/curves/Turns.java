package glassbox.ui.curves;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/**
 * Lets one chart be drawn in a pulse, and the other in the next: what both cost together would be
 * felt when the mouse zooms.
 */
final class Turns {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean taken;

  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse();
        }
      };

  /** Draws at once, where nothing else is drawn in this pulse, otherwise when it is its turn. */
  void ask(Runnable drawing) {
    if (!taken && waiting.isEmpty()) {
      taken = true;
      pulses.start();
      drawing.run();
    } else if (!waiting.contains(drawing)) {
      waiting.add(drawing);
    }
  }

  private void pulse() {
    if (taken) {
      taken = false; // it is drawn in this pulse
      return;
    }
    Runnable next = waiting.poll();
    if (next == null) {
      pulses.stop();
    } else {
      next.run();
    }
  }

  /** Whether everything has been drawn. */
  boolean isOver() {
    return waiting.isEmpty();
  }
}
