package glassbox.data.folder;

import glassbox.linalg.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which pictures are trained on and which are tested on, each in an order that the seed decides:
 * images held out from the end of the training set are then of all classes.
 *
 * @param train indices
 * @param test indices
 */
record Division(List<Integer> train, List<Integer> test) {
  /** By folders where both parts have one, otherwise a share of every class. */
  static Division of(Samples samples, ImportOptions options) {
    Map<Integer, List<Integer>> classes = samples.byClass();
    boolean byFolders =
        has(samples, classes, ClassFolders.Use.TRAIN)
            && has(samples, classes, ClassFolders.Use.TEST);
    Division division = new Division(new ArrayList<>(), new ArrayList<>());
    classes.forEach((label, pictures) -> {
      if (byFolders) {
        division.divide(pictures, samples);
      } else {
        division.divide(pictures, label, options);
      }
    });
    shuffle(division.train, options.seed(), "import train", 0);
    shuffle(division.test, options.seed(), "import test", 0);
    return division;
  }

  private static boolean has(
      Samples samples, Map<Integer, List<Integer>> classes, ClassFolders.Use use) {
    return classes.values().stream()
        .flatMap(List::stream)
        .anyMatch(index -> samples.named(index).use() == use);
  }

  private void divide(List<Integer> pictures, Samples samples) {
    for (int index : pictures) {
      boolean forTest = samples.named(index).use() == ClassFolders.Use.TEST;
      (forTest ? test : train).add(index);
    }
  }

  /** A class of at least two has at least one to train on and one to test on. */
  private void divide(List<Integer> pictures, int label, ImportOptions options) {
    int count = pictures.size();
    shuffle(pictures, options.seed(), "import split", label);
    int tested = count < 2 ? 0 : Math.clamp(Math.round(count * options.testShare()), 1, count - 1);
    test.addAll(pictures.subList(0, tested));
    train.addAll(pictures.subList(tested, count));
  }

  private static void shuffle(List<Integer> indices, long seed, String purpose, long counter) {
    RandomStream random = RandomStream.of(seed, purpose, counter);
    for (int i = indices.size() - 1; i > 0; i--) {
      java.util.Collections.swap(indices, i, random.nextInt(i + 1));
    }
  }
}
