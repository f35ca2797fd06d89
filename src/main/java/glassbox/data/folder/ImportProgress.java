package glassbox.data.folder;

/** Hears how far an import is, and may end it. */
public interface ImportProgress {
  /**
   * Called for every file.
   *
   * @param done files found, or read
   * @param all files to be read; 0 while they are still being found
   * @return whether to go on
   */
  boolean goOn(int done, int all);
}
