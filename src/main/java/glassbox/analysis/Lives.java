package glassbox.analysis;

import glassbox.data.ImageSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * How the answers to a set of images changed over training, as far as moments of it are known.
 * Immutable; moments are spread evenly over the run, however many there were.
 */
public final class Lives {
  /** No answer has changed. */
  public static final long NO_FLIP = -1;

  /** Who is right for good from within this share of the steps on has learned early. */
  private static final double EARLY = 0.25;

  private final ImageSet images;
  private final List<Moment> moments;
  private final Kind[] kinds;
  private final long[] lastFlips;

  /** What became of an image. */
  public enum Kind {
    /** Answered correctly for good from within the first quarter of the steps on. */
    EARLY("learned early"),
    /** Answered correctly for good from later on. */
    LATE("learned late"),
    /** Answered correctly once, but not at the end. */
    FORGOTTEN("forgotten"),
    /** Not answered correctly at any moment. */
    NEVER("never learned");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private Lives(ImageSet images, List<Moment> moments) {
    this.images = images;
    this.moments = List.copyOf(moments);
    kinds = new Kind[images.count()];
    lastFlips = new long[images.count()];
    follow();
  }

  /** Nothing is known yet. */
  public static Lives none(ImageSet images) {
    return new Lives(images, List.of());
  }

  /** Moment by moment: the answers of one lie together. */
  private void follow() {
    boolean[] right = new boolean[kinds.length];
    boolean[] everRight = new boolean[kinds.length];
    long[] learned = new long[kinds.length];
    Arrays.fill(lastFlips, NO_FLIP);
    Moment before = null;
    for (Moment moment : moments) {
      for (int image = 0; image < kinds.length; image++) {
        int answer = moment.answer(image);
        if (before != null && answer != before.answer(image)) {
          lastFlips[image] = moment.step();
        }
        boolean nowRight = answer == images.label(image);
        if (nowRight && !right[image]) {
          learned[image] = moment.step();
        }
        right[image] = nowRight;
        everRight[image] |= nowRight;
      }
      before = moment;
    }
    for (int image = 0; image < kinds.length; image++) {
      kinds[image] = kind(right[image], everRight[image], learned[image]);
    }
  }

  private Kind kind(boolean right, boolean everRight, long learned) {
    if (right) {
      return learned <= EARLY * moments.getLast().step() ? Kind.EARLY : Kind.LATE;
    }
    return everRight ? Kind.FORGOTTEN : Kind.NEVER;
  }

  /**
   * With one moment more. Where they take too much memory, the one goes that leaves the smallest
   * gap; the first and the last one stay.
   *
   * @param mostBytes that all moments may take
   */
  public Lives with(Moment moment, long mostBytes) {
    List<Moment> more = new ArrayList<>(moments);
    more.removeIf(known -> known.step() == moment.step());
    more.add(moment);
    more.sort(Comparator.comparingLong(Moment::step));
    while (more.size() > 2 && more.size() * moment.bytes() > mostBytes) {
      more.remove(leastMissed(more));
    }
    return new Lives(images, more);
  }

  private static int leastMissed(List<Moment> moments) {
    int least = 1;
    for (int i = 2; i < moments.size() - 1; i++) {
      if (gapWithout(moments, i) < gapWithout(moments, least)) {
        least = i;
      }
    }
    return least;
  }

  private static long gapWithout(List<Moment> moments, int i) {
    return moments.get(i + 1).step() - moments.get(i - 1).step();
  }

  /** How many moments are known. */
  public int size() {
    return moments.size();
  }

  /** How far the nearest known moment is from a step, in steps; huge where none is known. */
  public long distance(long step) {
    return moments.stream()
        .mapToLong(moment -> Math.abs(moment.step() - step))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Whose lives they are. */
  public ImageSet images() {
    return images;
  }

  /** The life of one image. */
  public Life of(int image) {
    long[] steps = moments.stream().mapToLong(Moment::step).toArray();
    int[] answers = moments.stream().mapToInt(moment -> moment.answer(image)).toArray();
    float[][] shares = moments.stream().map(m -> m.shares(image)).toArray(float[][]::new);
    return new Life(images.label(image), steps, answers, shares);
  }

  public Kind kind(int image) {
    return kinds[image];
  }

  /** The images of a kind. */
  public BitSet images(Kind kind) {
    BitSet of = new BitSet(kinds.length);
    for (int image = 0; image < kinds.length; image++) {
      of.set(image, kinds[image] == kind);
    }
    return of;
  }

  /** The step at which the last change of an image's answer is known, or {@link #NO_FLIP}. */
  public long lastFlip(int image) {
    return lastFlips[image];
  }

  /** How much memory the moments take. */
  public long bytes() {
    return moments.stream().mapToLong(Moment::bytes).sum();
  }
}
