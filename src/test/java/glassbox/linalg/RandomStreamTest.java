package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int DRAWS = 200_000;

  @Test
  void theSamePurposeAndCounterGiveTheSameNumbers() {
    assertArrayEquals(
        RandomStream.of(7, "shuffle", 3).longs(100).toArray(),
        RandomStream.of(7, "shuffle", 3).longs(100).toArray());
  }

  @Test
  void anotherSeedPurposeOrCounterGivesOtherNumbers() {
    Set<Long> first = new HashSet<>();
    int streams = 0;
    for (long seed = -2; seed < 3; seed++) {
      for (String purpose : new String[] {"a", "b", "ab", "ba", "shuffle", "weights"}) {
        for (long counter = 0; counter < 20; counter++) {
          first.add(RandomStream.of(seed, purpose, counter).nextLong());
          streams++;
        }
      }
    }
    assertEquals(streams, first.size());
  }

  @Test
  void uniformNumbersHaveMeanHalfAndVarianceTwelfth() {
    RandomStream random = RandomStream.of(1, "test", 0);
    assertMoments(random::nextDouble, 0.5, 1.0 / 12);
  }

  @Test
  void gaussianNumbersHaveMeanZeroAndVarianceOne() {
    RandomStream random = RandomStream.of(1, "test", 0);
    assertMoments(random::nextGaussian, 0, 1);
  }

  @Test
  void neighbouringStreamsAreNotCorrelated() {
    RandomStream a = RandomStream.of(1, "test", 0);
    RandomStream b = RandomStream.of(1, "test", 1);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += a.nextGaussian() * b.nextGaussian();
    }
    assertEquals(0, sum / DRAWS, 0.01);
  }

  @Test
  void boundedNumbersTakeEveryValueAboutEquallyOften() {
    RandomStream random = RandomStream.of(1, "test", 0);
    int[] counts = new int[10];
    for (int i = 0; i < DRAWS; i++) {
      counts[random.nextInt(10)]++;
    }
    for (int count : counts) {
      assertTrue(Math.abs(count - DRAWS / 10) < 1000, "of 20000 expected: " + count);
    }
  }

  /** The bounds are more than four standard errors of 200,000 draws. */
  private static void assertMoments(DoubleSupplier draw, double mean, double variance) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double value = draw.getAsDouble();
      sum += value;
      squares += (value - mean) * (value - mean);
    }
    assertEquals(mean, sum / DRAWS, 0.01);
    assertEquals(variance, squares / DRAWS, 0.02 * variance);
  }
}
