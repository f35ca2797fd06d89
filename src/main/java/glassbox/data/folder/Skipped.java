package glassbox.data.folder;

/**
 * What was left out.
 *
 * @param name of the file or folder, below the folder or in the archive
 * @param why in words
 */
public record Skipped(String name, String why) {
  /** The same for all of a kind: without what a decoder said about this one. */
  public String reason() {
    return why.replaceFirst("(got one that is broken): .*", "$1");
  }
}
