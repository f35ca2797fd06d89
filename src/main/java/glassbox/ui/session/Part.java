package glassbox.ui.session;

import glassbox.data.ImageSet;
import glassbox.data.Split;

/** Which images the network is asked about. */
public enum Part {
  /** Those that no run learns. */
  TEST("test"),
  /** Those that the run holds out. */
  VALIDATION("validation"),
  /** Those that the run learns. */
  TRAINING("training");

  private final String word;

  Part(String word) {
    this.word = word;
  }

  /** As in "test #17". */
  public String word() {
    return word;
  }

  @Override
  public String toString() {
    return word;
  }

  /** These images of a run's data; there may be none to validate on. */
  ImageSet of(Run run) {
    if (this == TEST) {
      return run.data().test();
    }
    Split split = Split.holdOut(run.data().train(), run.recipe().validation());
    return this == VALIDATION ? split.heldOut() : split.learned();
  }
}
