package glassbox.cli;

import glassbox.data.ImageDataset;
import glassbox.format.ModelFile.Model;
import java.util.Locale;

/** Whether a network can answer a data set's images. */
final class Fit {
  private Fit() {}

  /**
   * Refuses a data set that the network cannot answer.
   *
   * @param what cannot be done then
   * @param where the model came from
   */
  static void require(String what, Model model, ImageDataset data, String where)
      throws BadInputException {
    int inputs = model.network().inputs();
    int outputs = model.network().outputs();
    if (inputs != data.pixelsPerImage() || outputs != data.classes()) {
      throw new BadInputException(
          what,
          where,
          String.format(
              Locale.ROOT,
              "expected a network from %d pixels to %d classes for %s, got one from %d to %d",
              data.pixelsPerImage(),
              data.classes(),
              data.name(),
              inputs,
              outputs));
    }
  }
}
