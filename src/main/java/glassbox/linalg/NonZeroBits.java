package glassbox.linalg;

/** Which values of a matrix are not 0: a bit for each, the bits of 64 columns in a word. */
final class NonZeroBits {
  /** Columns in a word. */
  static final int COLUMNS = Long.SIZE;

  /** Word w of row i stands at {@code i * wordsOfRow + w}, its first column in the lowest bit. */
  long[] words = {};

  int wordsOfRow;

  /** Makes room for a matrix. */
  void shape(int rows, int columns) {
    wordsOfRow = Math.ceilDiv(columns, COLUMNS);
    if (words.length < rows * wordsOfRow) {
      words = new long[rows * wordsOfRow];
    }
  }
}
