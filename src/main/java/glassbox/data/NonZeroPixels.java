package glassbox.data;

import glassbox.linalg.NonZeros;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of many images without the black ones: of every four neighbours (counted along the
 * rows, image by image) those that are not all 0. Four of five pixels of a digit are black.
 */
final class NonZeroPixels {
  /**
   * Above this share of groups that are not black, skipping the others gains nothing: a group that
   * is kept costs a little more than four pixels of a dense product.
   */
  static final double WORTH_SKIPPING = 0.75;

  /** Images looked at to measure the share, evenly spread. */
  private static final int SAMPLE = 1000;

  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final int[] firstOf; // per image, and the end
  private final short[] groupOf; // per entry
  private final int[] bytes; // per entry
  private int touched; // what was read for the sake of reading

  private NonZeroPixels(int[] firstOf, short[] groupOf, int[] bytes) {
    this.firstOf = firstOf;
    this.groupOf = groupOf;
    this.bytes = bytes;
  }

  /** The compact form of images of so many pixels each, or null where it is not worth it. */
  static @Nullable NonZeroPixels of(byte[] pixels, int perImage) {
    int images = pixels.length / perImage;
    int groups = perImage / NonZeros.GROUP;
    if (perImage % NonZeros.GROUP != 0 || groups > Short.MAX_VALUE) {
      return null;
    }
    if (share(pixels, perImage) > WORTH_SKIPPING) {
      return null;
    }
    int[] firstOf = new int[images + 1];
    for (int image = 0; image < images; image++) {
      firstOf[image + 1] = firstOf[image] + kept(pixels, image * perImage, perImage);
    }
    int entries = firstOf[images];
    short[] groupOf = new short[entries + 1]; // one more, which is written in vain at the end
    int[] bytes = new int[entries + 1];
    for (int image = 0; image < images; image++) {
      int entry = firstOf[image];
      for (int g = 0; g < groups; g++) {
        int four = (int) FOUR.get(pixels, image * perImage + g * NonZeros.GROUP);
        groupOf[entry] = (short) g;
        bytes[entry] = four;
        entry += four == 0 ? 0 : 1; // without a branch that would be guessed wrongly
      }
    }
    return new NonZeroPixels(firstOf, groupOf, bytes);
  }

  /** How many groups of an image are not all 0. */
  private static int kept(byte[] pixels, int at, int perImage) {
    int kept = 0;
    for (int p = at; p < at + perImage; p += NonZeros.GROUP) {
      kept += (int) FOUR.get(pixels, p) == 0 ? 0 : 1;
    }
    return kept;
  }

  /** Which share of the groups of four is not black, in a sample. */
  private static double share(byte[] pixels, int perImage) {
    int images = pixels.length / perImage;
    int step = Math.max(1, images / SAMPLE);
    long kept = 0;
    long all = 0;
    for (int image = 0; image < images; image += step) {
      kept += kept(pixels, image * perImage, perImage);
      all += perImage / NonZeros.GROUP;
    }
    return all == 0 ? 1 : (double) kept / all;
  }

  /**
   * Reads a little of every image that is about to be added. A shuffled batch stands all over the
   * memory; asked for at once its images arrive together, one by one each would be waited for.
   */
  void touch(int[] images, int start, int n, int offset) {
    int seen = 0;
    for (int i = start; i < start + n; i++) {
      int image = images[i] + offset;
      int end = firstOf[image + 1];
      for (int entry = firstOf[image]; entry < end; entry += 16) { // a cache line of integers
        seen += bytes[entry] + groupOf[entry];
      }
    }
    touched = seen;
  }

  /** Adds an image to a batch. */
  void addTo(NonZeros batch, int image, float[] valueOf) {
    batch.addRow(groupOf, bytes, firstOf[image], firstOf[image + 1], valueOf);
  }
}
