package glassbox.ui.confusion;

import glassbox.analysis.ConfusionMatrix;
import glassbox.ui.words.Words;

/** What a cell of the matrix says. */
enum Measure {
  /** How many images. */
  COUNTS,
  /** Of the images of its class, in percent: the diagonal is the recall. */
  SHARE_OF_TRUTH,
  /** Of the images taken for its class, in percent: the diagonal is the precision. */
  SHARE_OF_ANSWER;

  /** The values of all cells, [C x C]; 0 where a class has no images. */
  double[][] values(ConfusionMatrix matrix) {
    int classes = matrix.classes();
    double[][] values = new double[classes][classes];
    for (int line = 0; line < classes; line++) {
      double whole =
          switch (this) {
            case COUNTS -> 100; // the values are the counts themselves
            case SHARE_OF_TRUTH -> matrix.truths(line);
            case SHARE_OF_ANSWER -> matrix.answers(line);
          };
      for (int other = 0; other < classes; other++) {
        int truth = this == SHARE_OF_ANSWER ? other : line;
        int answer = this == SHARE_OF_ANSWER ? line : other;
        values[truth][answer] = whole == 0 ? 0 : 100 * matrix.count(truth, answer) / whole;
      }
    }
    return values;
  }

  @Override
  public String toString() {
    return Words.of("confusion.measure." + name().toLowerCase(java.util.Locale.ROOT));
  }
}
