package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of 1,000 planned steps of which 400 are done, with a fifth of the width free. */
class StepRangeTest {
  private final StepRange range = new StepRange();

  @BeforeEach
  void reach() {
    range.setRoom(0.2);
    range.setReach(1000, 400);
  }

  private void assertEnds(double lower, double upper) {
    assertEquals(lower, range.ends().lower(), 1e-9);
    assertEquals(upper, range.ends().upper(), 1e-9);
  }

  @Test
  void atFirstTheWholeRunAndRoomForNames() {
    assertEnds(0, 1250);
    assertTrue(range.isWhole());
  }

  @Test
  void aLongerRunIsSeenWhole() {
    range.setReach(2000, 400);
    assertEnds(0, 2500);
  }

  @Test
  void zoomKeepsTheStepUnderTheMouseAndHolds() {
    range.zoom(500, 0.5);
    assertEnds(250, 875);
    assertFalse(range.followingProperty().get());
    range.setReach(1000, 900);
    assertEnds(250, 875);
  }

  @Test
  void nothingBeyondTheRunIsShown() {
    range.zoom(0, 0.5);
    range.move(-100);
    assertEnds(0, 625);
    range.move(1e9);
    assertEnds(625, 1250);
    range.zoom(700, 100);
    assertEnds(0, 1250);
    assertTrue(range.isWhole());
  }

  @Test
  void aCloseLookStillHoldsSomeSteps() {
    range.zoom(500, 1e-9);
    assertEquals(30, range.ends().width(), 1e-9);
  }

  @Test
  void followingAfterAZoomMovesWithTheNewestStep() {
    range.zoom(500, 0.2);
    range.followingProperty().set(true);
    assertEnds(200, 450);
    range.setReach(1000, 600);
    assertEnds(400, 650);
  }

  @Test
  void fitShowsAllAndFollowsAgain() {
    range.zoom(500, 0.2);
    range.fit();
    assertEnds(0, 1250);
    assertTrue(range.followingProperty().get());
  }
}
