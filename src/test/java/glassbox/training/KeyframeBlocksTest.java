package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyframeBlocksTest {
  private static final double[] SUMS = {1, 2, 3, 4};

  private final KeyframeBlocks blocks = new KeyframeBlocks();

  private static Keyframe keyframe(int step, int... lengths) {
    Random random = new Random(step);
    List<float[]> arrays =
        IntStream.of(lengths)
            .mapToObj(length -> {
              float[] array = new float[length];
              for (int i = 0; i < length; i++) {
                array[i] = random.nextFloat();
              }
              return array;
            })
            .toList();
    return new Keyframe(step, arrays, 7, true, 0.5, 2, SUMS, 99);
  }

  private static void assertSame(Keyframe expected, Keyframe actual) {
    assertEquals(expected.withArrays(List.of()), actual.withArrays(List.of()));
    assertEquals(expected.arrays().size(), actual.arrays().size());
    for (int i = 0; i < expected.arrays().size(); i++) {
      assertArrayEquals(expected.arrays().get(i), actual.arrays().get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 250, 4095, 4096, 4097, 16_383, 16_384, 16_385, 100_352, 3_000_000})
  void everySizeComesBackBitForBit(int length) {
    Keyframe keyframe = keyframe(3, 5, length, 0, 4096, 17);
    KeyframeBlocks.Held held = blocks.hold(keyframe);
    assertEquals(keyframe.bytes(), held.bytes());
    assertSame(keyframe, held.read());
  }

  @Test
  void whatIsGivenUpServesOthersAndWhatIsHeldStays() {
    Deque<KeyframeBlocks.Held> held = new ArrayDeque<>();
    for (int step = 0; step < 400; step++) {
      held.add(blocks.hold(keyframe(step, 30_000 + 1000 * (step % 7))));
      if (held.size() > 20) {
        held.remove().release();
      }
    }
    for (KeyframeBlocks.Held each : held) {
      int step = (int) each.step();
      assertSame(keyframe(step, 30_000 + 1000 * (step % 7)), each.read());
    }
    assertEquals(8L << 20, blocks.reserved(), "21 keyframes of up to 147,456 bytes need one slab");
  }

  @Test
  void theBlocksOfWhatIsSharedAreFreeWithTheLastHolder() {
    Keyframe keyframe = keyframe(1, 2_000_000); // 489 of a slab's 512 blocks
    KeyframeBlocks.Held held = blocks.hold(keyframe);
    held.shared().release();
    KeyframeBlocks.Held other = blocks.hold(keyframe(2, 2_000_000));
    assertSame(keyframe, held.read());
    assertEquals(16L << 20, blocks.reserved());
    held.release();
    other.release();
    blocks.hold(keyframe(3, 4_000_000));
    assertEquals(16L << 20, blocks.reserved());
  }

  @Test
  void aSmallOneTakesNoBlock() {
    assertSame(keyframe(4, 4000, 8000), blocks.hold(keyframe(4, 4000, 8000)).read());
    assertEquals(0, blocks.reserved());
  }
}
