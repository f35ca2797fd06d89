package glassbox.analysis;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Images that are the same in every pixel.
 *
 * @param groups of two or more: those with different labels first, then those that stand in both
 *     parts, then by their first image
 */
public record Duplicates(List<Group> groups) {
  /**
   * Images that are all the same.
   *
   * @param train their numbers among the training images, rising
   * @param test their numbers among the test images, rising
   * @param labels that they have, rising: more than one is a conflict
   */
  public record Group(List<Integer> train, List<Integer> test, List<Integer> labels) {
    public Group {
      train = List.copyOf(train);
      test = List.copyOf(test);
      labels = List.copyOf(labels);
    }

    /** Whether a test image can be learned by heart. */
    public boolean isAcross() {
      return !train.isEmpty() && !test.isEmpty();
    }

    public boolean isConflict() {
      return labels.size() > 1;
    }

    public int size() {
      return train.size() + test.size();
    }
  }

  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::isConflict, Comparator.reverseOrder())
          .thenComparing(Group::isAcross, Comparator.reverseOrder());

  public Duplicates {
    groups = List.copyOf(groups);
  }

  /** An image as a key: equal where all pixels are. */
  private record Pixels(byte[] values, int hash) {
    static Pixels of(byte[] values) {
      return new Pixels(values, Arrays.hashCode(values));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pixels pixels && Arrays.equals(values, pixels.values);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** Compares all images of both parts. */
  public static Duplicates of(ImageDataset data) {
    ImageSet train = data.train();
    ImageSet test = data.test();
    int all = train.count() + test.count();
    int[] hashes = new int[all];
    for (int i = 0; i < all; i++) {
      hashes[i] = Arrays.hashCode(image(data, i));
    }
    List<Group> groups = new ArrayList<>();
    for (List<Integer> same : sameHash(hashes)) {
      Map<Pixels, List<Integer>> equal = new java.util.LinkedHashMap<>();
      same.forEach(
          i -> equal.computeIfAbsent(Pixels.of(image(data, i)), p -> new ArrayList<>()).add(i));
      equal.values().stream()
          .filter(images -> images.size() > 1)
          .map(images -> group(data, images))
          .forEach(groups::add);
    }
    groups.sort(ORDER);
    return new Duplicates(groups);
  }

  private static byte[] image(ImageDataset data, int index) {
    int train = data.train().count();
    return index < train ? data.train().image(index) : data.test().image(index - train);
  }

  /** Two or more images each, in the order of the first; few have the hash of another. */
  private static List<List<Integer>> sameHash(int[] hashes) {
    Map<Integer, Integer> first = new HashMap<>();
    Map<Integer, List<Integer>> several = new java.util.TreeMap<>();
    for (int i = 0; i < hashes.length; i++) {
      Integer before = first.putIfAbsent(hashes[i], i);
      if (before != null) {
        several.computeIfAbsent(before, b -> new ArrayList<>(List.of(b))).add(i);
      }
    }
    return List.copyOf(several.values());
  }

  private static Group group(ImageDataset data, List<Integer> images) {
    int border = data.train().count();
    List<Integer> train = images.stream().filter(i -> i < border).toList();
    List<Integer> test = images.stream().filter(i -> i >= border).map(i -> i - border).toList();
    List<Integer> labels = new ArrayList<>();
    train.forEach(i -> labels.add(data.train().label(i)));
    test.forEach(i -> labels.add(data.test().label(i)));
    return new Group(train, test, labels.stream().distinct().sorted().toList());
  }

  /** How many test images are among the training images as well. */
  public int testImagesInTraining() {
    return groups.stream().filter(Group::isAcross).mapToInt(group -> group.test().size()).sum();
  }

  /** How many groups have more than one label. */
  public int conflicts() {
    return (int) groups.stream().filter(Group::isConflict).count();
  }

  /** How many images could go without a picture being lost. */
  public int superfluous() {
    return groups.stream().mapToInt(group -> group.size() - 1).sum();
  }
}
