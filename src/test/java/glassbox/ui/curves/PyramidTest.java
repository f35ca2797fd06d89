package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extent of any stretch is the one that looking at each value gives. */
class PyramidTest {
  private static Extent slowly(float[] values, int from, int to) {
    Extent extent = new Extent();
    for (int i = from; i < to; i++) {
      extent.include(values[i]);
    }
    return extent;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 63, 64, 65, 1000, 5000})
  void anyStretchHasTheExtentOfItsValues(int size) {
    Random random = new Random(size);
    float[] values = new float[size];
    Pyramid pyramid = new Pyramid();
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian();
      pyramid.add(values[i]);
    }
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(size);
      int to = from + random.nextInt(size - from) + 1;
      Extent extent = new Extent();
      pyramid.extent(from, to, extent);
      Extent expected = slowly(values, from, to);
      assertEquals(expected.lowest(), extent.lowest());
      assertEquals(expected.highest(), extent.highest());
    }
  }

  @Test
  void aStretchBeyondTheEndsIsCut() {
    Pyramid pyramid = new Pyramid();
    pyramid.add(2);
    Extent extent = new Extent();
    pyramid.extent(-5, 100, extent);
    assertEquals(2, extent.lowest());
    assertEquals(2, extent.highest());
  }

  @Test
  void aLongStretchWithoutANumberIsEmpty() {
    Pyramid pyramid = new Pyramid();
    for (int i = 0; i < 1000; i++) {
      pyramid.add(Float.NaN);
    }
    Extent extent = new Extent();
    pyramid.extent(0, 1000, extent);
    assertTrue(extent.isEmpty());
  }
}
