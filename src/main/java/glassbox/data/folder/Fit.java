package glassbox.data.folder;

/** How a picture of any shape comes into an image of the chosen size. */
public enum Fit {
  /** Whole and undistorted; what is left over beside it is black. */
  CONTAIN("whole picture"),
  /** Undistorted and without a margin; what stands over is cut off evenly. */
  COVER("fill, cut edges off"),
  /** Whole and without a margin, distorted where the shapes differ. */
  STRETCH("stretch");

  private final String words;

  Fit(String words) {
    this.words = words;
  }

  /** As people say it. */
  public String words() {
    return words;
  }
}
