package glassbox.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeapBoundTest {
  private static final long MIB = 1L << 20;

  private long used;
  private long living;
  private int collections;
  private final HeapBound bound =
      new HeapBound(
          () -> used,
          () -> {
            collections++;
            used = living;
          });

  private void lookAt(long mebibytes) {
    used = mebibytes * MIB;
    bound.look();
  }

  @Test
  void garbageThatHasGatheredIsCollectedOnce() {
    living = 110 * MIB;
    lookAt(100);
    lookAt(190);
    assertEquals(0, collections, "there is room");
    lookAt(200);
    assertEquals(1, collections);
    lookAt(200);
    assertEquals(1, collections, "counted from what was left");
    lookAt(210);
    assertEquals(2, collections);
  }

  @Test
  void whatTheCollectorFreesByItselfCounts() {
    living = 60 * MIB;
    lookAt(200);
    lookAt(60);
    lookAt(210);
    assertEquals(1, collections);
  }

  @Test
  void aLargeHeapHasMoreRoom() {
    living = 1000 * MIB;
    lookAt(1000);
    lookAt(1240);
    assertEquals(0, collections);
    lookAt(1260);
    assertEquals(1, collections);
  }

  @Test
  void whatLivesIsNotCollectedForAgainAndAgain() {
    lookAt(100);
    living = 400 * MIB;
    lookAt(400);
    lookAt(400);
    lookAt(500);
    assertEquals(1, collections);
  }
}
