package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.Split;
import glassbox.ui.words.Words;

/** Which images the network is asked about. */
public enum Part {
  /** Those that no run learns. */
  TEST,
  /** Those that the run holds out. */
  VALIDATION,
  /** Those that the run learns. */
  TRAINING;

  /** As in "test #17". */
  public String word() {
    return Words.of("session.part." + name().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public String toString() {
    return word();
  }

  /** These images of a run's data; there may be none to validate on. */
  ImageSet of(Run run) {
    return of(run.data(), run.recipe().validation());
  }

  /** These images of data of which so many are held out. */
  ImageSet of(ImageDataset data, int validation) {
    if (this == TEST) {
      return data.test();
    }
    Split split = Split.holdOut(data.train(), validation);
    return this == VALIDATION ? split.heldOut() : split.learned();
  }
}
