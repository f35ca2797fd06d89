package glassbox.linalg;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a gradient as soon as a part of it is there. The block is in the cache
 * then, and its weights too: a gradient of megabytes need not be written, nor read again.
 */
public interface GradientUse {
  /** Uses a block; several threads call this at once, for blocks that do not overlap. */
  void take(GradientBlock block);

  /**
   * The weights that are changed, where nothing but {@link Compute#descend} changes them, which
   * needs no other number for each.
   */
  default @Nullable Matrix onlyWeights() {
    return null;
  }

  /** Whether a gradient of zeros changes nothing, so that blocks of zeros need not come. */
  default boolean keepsAtZero() {
    return false;
  }
}
