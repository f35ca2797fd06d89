package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Lives;
import glassbox.analysis.Moment;
import glassbox.data.ImageSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WantedStepsTest {
  private static final ImageSet IMAGE = new ImageSet(new byte[1], new byte[1], 1, 1);

  private Lives known = Lives.none(IMAGE);
  private final WantedSteps wanted = new WantedSteps();

  /** Answers whatever is wanted, in that order. */
  private List<Long> all(long near, boolean replaying) {
    List<Long> all = new ArrayList<>();
    OptionalLong next = wanted.next(known, near, replaying);
    while (next.isPresent()) {
      all.add(next.getAsLong());
      known = known.with(new Moment(next.getAsLong(), new byte[1], new byte[2]), 1 << 20);
      next = wanted.next(known, near, replaying);
    }
    return all;
  }

  @Test
  void keyframesComeFirstTheNearestFirstOfAll() {
    wanted.span(List.of(0L, 256L, 512L, 768L), 1000);
    assertEquals(List.of(512L, 768L, 256L, 0L), all(600, false));
  }

  @Test
  void thenTheRunIsKnownEvenlyAndItsBeginningClosely() {
    wanted.span(List.of(0L, 3200L), 6400);
    all(6400, true);
    for (long step : new long[] {0, 1, 2, 4, 8, 16, 32, 64, 6400}) {
      assertEquals(0, known.distance(step), "step " + step);
    }
    for (long step = 0; step <= 6400; step += 50) {
      assertTrue(known.distance(step) <= 50, "step " + step);
    }
    assertTrue(known.size() <= 80, known.size() + " moments");
  }

  @Test
  void whatWasWatchedIsNotAskedForAgain() {
    for (long step = 0; step <= 640; step += 5) {
      known = known.with(new Moment(step, new byte[1], new byte[2]), 1 << 20);
    }
    wanted.span(List.of(0L, 320L), 640);
    assertTrue(all(0, true).size() <= 8);
  }

  @Test
  void whatIsGivenUpIsNotTriedForeverUnlessItWasInterrupted() {
    wanted.span(List.of(), 1);
    assertEquals(0, wanted.next(known, 0, true).getAsLong());
    assertEquals(1, wanted.next(known, 0, true).getAsLong());
    assertTrue(wanted.next(known, 0, true).isEmpty());
    wanted.tryAgain(1);
    assertEquals(1, wanted.next(known, 0, true).getAsLong());
  }
}
