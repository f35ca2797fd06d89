package glassbox.ui.gallery;

import glassbox.analysis.Lives;
import glassbox.analysis.Predictions;
import glassbox.ui.session.Filter;
import glassbox.ui.words.Words;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** By what images are sorted; ties by number. */
enum Sorting {
  /** The probability of the answer. */
  CONFIDENCE {
    @Override
    double key(Predictions answers, @Nullable Lives lives, int image) {
      return answers.confidence(image);
    }
  },
  /** Minus the logarithm of the true class's probability. */
  LOSS {
    @Override
    double key(Predictions answers, @Nullable Lives lives, int image) {
      return answers.loss(image);
    }
  },
  /** How much more probable the answer is than the next class. */
  MARGIN {
    @Override
    double key(Predictions answers, @Nullable Lives lives, int image) {
      return answers.margin(image);
    }
  },
  /** The step at which the answer changed last; of test images alone. */
  FLIPPED_LAST {
    @Override
    double key(Predictions answers, @Nullable Lives lives, int image) {
      return lives == null || lives.images() != answers.images() ? 0 : lives.lastFlip(image);
    }
  },
  NUMBER {
    @Override
    double key(Predictions answers, @Nullable Lives lives, int image) {
      return image;
    }
  };

  abstract double key(Predictions answers, @Nullable Lives lives, int image);

  /** Whether the largest come first unless somebody wants it the other way round. */
  boolean isDescending() {
    return this != NUMBER;
  }

  /**
   * The images that a filter lets through, sorted.
   *
   * @param lives of the test images, where they are known
   */
  int[] sorted(Predictions answers, Filter filter, boolean descending, @Nullable Lives lives) {
    long[] keys =
        IntStream.range(0, answers.count())
            .filter(image -> filter.lets(answers, image))
            .mapToLong(image -> {
              float key = (float) key(answers, lives, image);
              return (long) ordered(descending ? -key : key) << 32 | image;
            })
            .toArray();
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** A whole number that is ordered as the number is. */
  private static int ordered(float key) {
    int bits = Float.floatToIntBits(key + 0f); // -0 becomes 0
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }

  @Override
  public String toString() {
    return Words.of("gallery.sort." + name().toLowerCase(java.util.Locale.ROOT));
  }
}
