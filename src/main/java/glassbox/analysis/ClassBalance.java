package glassbox.analysis;

import glassbox.data.ImageDataset;
import java.util.ArrayList;
import java.util.List;

/**
 * How many images each class has.
 *
 * @param classes in the order of their labels
 */
public record ClassBalance(List<Count> classes) {
  /**
   * A class.
   *
   * @param train images to train on
   * @param test images to test on
   */
  public record Count(String name, int train, int test) {}

  public ClassBalance {
    classes = List.copyOf(classes);
  }

  /** Counts the labels of both parts. */
  public static ClassBalance of(ImageDataset data) {
    int[] train = data.train().countsOfClasses(data.classes());
    int[] test = data.test().countsOfClasses(data.classes());
    List<Count> counts = new ArrayList<>();
    for (int c = 0; c < data.classes(); c++) {
      counts.add(new Count(data.classNames().get(c), train[c], test[c]));
    }
    return new ClassBalance(counts);
  }

  /** The most images that a class has in either part. */
  public int most() {
    return classes.stream().mapToInt(each -> Math.max(each.train(), each.test())).max().orElse(0);
  }
}
