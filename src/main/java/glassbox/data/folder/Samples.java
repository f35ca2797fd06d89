package glassbox.data.folder;

import glassbox.data.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pictures that are to become a data set, by the order of their names, and what has become of
 * them so far.
 */
final class Samples {
  /** What is known of a picture before it is read. */
  record Named(String name, int label, ClassFolders.Use use) {}

  private final List<Named> named;
  private final ImportOptions options;
  private final byte[][] pixels;
  private final Placement[] places;
  private int brightBorders;
  private int read;

  Samples(List<Named> named, ImportOptions options) {
    this.named = List.copyOf(named);
    this.options = options;
    pixels = new byte[named.size()][];
    places = new Placement[named.size()];
  }

  /** A picture as it was read, in gray. */
  void put(int index, Picture picture) {
    Placement place = Placement.of(picture.height(), picture.width(), options);
    pixels[index] = Shrinker.draw(picture, place, options);
    places[index] = place;
    read++;
    brightBorders += hasBrightBorder(picture) ? 1 : 0;
  }

  private static boolean hasBrightBorder(Picture picture) {
    int bottom = picture.height() - 1;
    int right = picture.width() - 1;
    long sum = 0;
    for (int column = 0; column <= right; column++) {
      sum += picture.pixel(0, column) + picture.pixel(bottom, column);
    }
    for (int row = 0; row <= bottom; row++) {
      sum += picture.pixel(row, 0) + picture.pixel(row, right);
    }
    return sum > 127L * 2 * (picture.width() + picture.height());
  }

  /** Makes dark bright where that is asked for, or where most pictures are dark on bright. */
  boolean invert() {
    boolean invert =
        switch (options.inversion()) {
          case YES -> true;
          case NO -> false;
          case AUTO -> 2 * brightBorders > read;
        };
    if (invert) {
      for (int i = 0; i < pixels.length; i++) {
        if (isRead(i)) {
          invert(i);
        }
      }
    }
    return invert;
  }

  /** What is beside the picture stays black. */
  private void invert(int index) {
    for (int p = 0; p < pixels[index].length; p++) {
      if (places[index].covers(p / options.width(), p % options.width())) {
        pixels[index][p] = (byte) ~pixels[index][p];
      }
    }
  }

  int count() {
    return named.size();
  }

  boolean isRead(int index) {
    return pixels[index] != null;
  }

  byte[] pixels(int index) {
    return pixels[index];
  }

  Named named(int index) {
    return named.get(index);
  }

  /** The pictures that were read, by their class. */
  Map<Integer, List<Integer>> byClass() {
    Map<Integer, List<Integer>> classes = new java.util.TreeMap<>();
    for (int i = 0; i < count(); i++) {
      if (isRead(i)) {
        classes.computeIfAbsent(named(i).label(), label -> new ArrayList<>()).add(i);
      }
    }
    return classes;
  }
}
