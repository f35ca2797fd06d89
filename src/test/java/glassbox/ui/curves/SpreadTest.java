package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private final Spread spread = new Spread(10, 100);

  @Test
  void aLabelStandsWhereItWantsToWhereThatIsFree() {
    assertEquals(40, spread.place(0, 30, 40));
    assertEquals(42, spread.place(30, 60, 42), "beside the first");
    assertEquals(60, spread.place(0, 30, 60));
  }

  @Test
  void labelsThatWouldMeetStandOneAboveTheOther() {
    spread.place(0, 30, 40);
    assertEquals(50, spread.place(10, 40, 43));
    assertEquals(30, spread.place(10, 40, 38));
  }

  @Test
  void allStayWithinTheRoom() {
    double[] tops = DoubleStream.generate(() -> spread.place(0, 30, 99)).limit(10).toArray();
    assertArrayEquals(
        new double[] {0, 10, 20, 30, 40, 50, 60, 70, 80, 90},
        DoubleStream.of(tops).sorted().toArray());
  }

  @Test
  void aFullRoomRefusesNobody() {
    for (int i = 0; i < 12; i++) {
      double top = spread.place(0, 30, 50);
      assertTrue(top >= 0 && top <= 90);
    }
  }

  @Test
  void wordsThatWouldMeetTheFormerOnesAreLeftOut() {
    assertArrayEquals(
        new boolean[] {true, false, true, false},
        Spread.fitting(new double[] {0, 20, 40, 80}, new double[] {30, 10, 20, 30}, 100));
  }
}
