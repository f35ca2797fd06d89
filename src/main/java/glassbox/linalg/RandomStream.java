package glassbox.linalg;

import java.util.random.RandomGenerator;

/**
 * Random numbers that depend only on a seed and on what they are for: the shuffle of epoch 3, the
 * weights of layer 0. Nothing has to be remembered to repeat them, so a run can be entered at any
 * step. SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
 */
public final class RandomStream implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private final long purpose;
  private long state;

  private RandomStream(long purpose, long counter) {
    this.purpose = purpose;
    restart(counter);
  }

  /** The stream of a purpose, such as {@code "shuffle"}, and a counter within it. */
  public static RandomStream of(long seed, String purpose, long counter) {
    long state = mix(mix(seed) + purpose.length() + GOLDEN_GAMMA);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state ^ (purpose.charAt(i) + GOLDEN_GAMMA));
    }
    return new RandomStream(state, counter);
  }

  /** Goes to the beginning of another counter's stream, as if it were made anew. */
  public void restart(long counter) {
    state = mix(purpose ^ mix(counter + GOLDEN_GAMMA));
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
