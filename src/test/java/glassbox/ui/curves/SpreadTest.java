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

  private static void assertBeside(double[] lefts, double[] lines, double[] widths, double limit) {
    assertArrayEquals(lefts, Spread.beside(lines, widths, limit), 0);
  }

  @Test
  void wordsStandBehindTheirLinesAndThoseThatWouldMeetTheFormerAreLeftOut() {
    double[] lines = {0, 20, 50, 100};
    assertBeside(new double[] {4, Double.NaN, 54, 104}, lines, new double[] {30, 10, 20, 30}, 200);
  }

  @Test
  void wordsThatWouldReachOutOfTheRoomStandBeforeTheirLines() {
    assertBeside(new double[] {4, 46}, new double[] {0, 80}, new double[] {30, 30}, 100);
    assertBeside(new double[] {4, Double.NaN}, new double[] {0, 80}, new double[] {50, 30}, 100);
  }

  @Test
  void wordsOfALineThatIsOutOfTheRoomMayStandInIt() {
    assertBeside(new double[] {56}, new double[] {90}, new double[] {30}, 88);
    assertBeside(new double[] {Double.NaN}, new double[] {150}, new double[] {30}, 88);
  }
}
