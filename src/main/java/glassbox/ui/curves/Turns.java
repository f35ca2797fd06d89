package glassbox.ui.curves;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/**
 * Lets one thing be drawn in a pulse, and the next in another: what both charts and their legends
 * cost together would be felt when the mouse zooms.
 */
final class Turns {
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  /** Whether something is drawn in the pulse that runs or comes. */
  private boolean taken;

  /** Whether it was drawn before that pulse began. */
  private boolean early;

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
      early = true;
      pulses.start();
      drawing.run();
    } else if (!waiting.contains(drawing)) {
      waiting.add(drawing);
    }
  }

  private void pulse() {
    if (early) {
      early = false;
      return;
    }
    Runnable next = waiting.poll();
    taken = next != null;
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
