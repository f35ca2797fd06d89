package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.ui.controls.CsvRow;
import java.util.List;

/** Images and the answers to them as a table, for spreadsheets. */
final class ImageTable {
  private ImageTable() {}

  /** A row an image, in this order. */
  static String csv(Predictions answers, int[] images, List<String> names) {
    StringBuilder csv = new StringBuilder();
    new CsvRow(csv)
        .add("image")
        .add("truth")
        .add("answer")
        .add("confidence")
        .add("margin")
        .add("loss")
        .end();
    for (int image : images) {
      new CsvRow(csv)
          .add(image)
          .add(names.get(answers.truth(image)))
          .add(names.get(answers.answer(image)))
          .add(answers.confidence(image))
          .add(answers.margin(image))
          .add((float) answers.loss(image))
          .end();
    }
    return csv.toString();
  }
}
