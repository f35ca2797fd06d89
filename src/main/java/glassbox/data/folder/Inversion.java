package glassbox.data.folder;

/** Whether dark becomes bright: MNIST and its like are bright on black. */
public enum Inversion {
  /** Where most pictures have a border that is brighter than the middle gray. */
  AUTO("automatic"),
  YES("yes"),
  NO("no");

  private final String words;

  Inversion(String words) {
    this.words = words;
  }

  /** As people say it. */
  public String words() {
    return words;
  }
}
