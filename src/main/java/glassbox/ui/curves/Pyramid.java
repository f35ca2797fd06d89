package glassbox.ui.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of values that only grows, and the smallest and largest of ever longer blocks of it: the
 * extent of any stretch is found in a few looks, however long the stretch is.
 */
final class Pyramid {
  /** Blocks of the lowest level hold 16 values; those of each next level hold four blocks. */
  private static final int FIRST_SHIFT = 4;

  private static final int SHIFT = 2;

  private final List<Level> levels = new ArrayList<>();
  private final Extent block = new Extent();
  private float[] values = new float[64];
  private int size;

  /** Complete blocks of 2^shift values. */
  private static final class Level {
    private final int shift;
    private float[] lowest = new float[16];
    private float[] highest = new float[16];

    Level(int shift) {
      this.shift = shift;
    }

    int width() {
      return 1 << shift;
    }

    void put(int block, Extent extent) {
      if (block == lowest.length) {
        lowest = Arrays.copyOf(lowest, 2 * block);
        highest = Arrays.copyOf(highest, 2 * block);
      }
      lowest[block] = extent.lowest();
      highest[block] = extent.highest();
    }

    void addTo(Extent extent, int block) {
      extent.include(lowest[block], highest[block]);
    }
  }

  /** Appends a value; NaN where there is none. */
  void add(float value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    for (int l = 0; (size & ((1 << shift(l)) - 1)) == 0; l++) {
      complete(l);
    }
  }

  /** The highest level of which a block begins at this index; below 0 for none. */
  private static int beginningAt(int index) {
    return Math.floorDiv(Integer.numberOfTrailingZeros(index) - FIRST_SHIFT, SHIFT);
  }

  private static int shift(int level) {
    return FIRST_SHIFT + SHIFT * level;
  }

  private void complete(int l) {
    if (l == levels.size()) {
      levels.add(new Level(shift(l)));
    }
    block.clear();
    extent(size - (1 << shift(l)), size, l, block);
    levels.get(l).put((size >> shift(l)) - 1, block);
  }

  int size() {
    return size;
  }

  float get(int index) {
    return values[index];
  }

  /** Adds the values from one index, inclusive, to another, exclusive. */
  void extent(int from, int to, Extent extent) {
    extent(Math.max(0, from), Math.min(to, size), levels.size(), extent);
  }

  /** Uses only levels below the given one. */
  private void extent(int from, int to, int below, Extent extent) {
    int i = from;
    while (i < to) {
      int l = Math.min(below - 1, beginningAt(i));
      while (l >= 0 && i + (1 << shift(l)) > to) {
        l--;
      }
      if (l < 0) {
        extent.include(values[i++]);
      } else {
        Level level = levels.get(l);
        level.addTo(extent, i >> level.shift);
        i += level.width();
      }
    }
  }
}
