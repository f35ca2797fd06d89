package glassbox.cli;

import glassbox.data.folder.ImportProgress;
import java.util.Locale;

/** A line for every tenth of a large import. */
final class ImportLines implements ImportProgress {
  private static final int LARGE = 2_000;
  private static final int FOUND_EACH = 100_000;
  private int tenths;

  @Override
  public boolean goOn(int done, int all) {
    if (all == 0 && done % FOUND_EACH == 0) {
      say("%,d files found", done);
    } else if (all >= LARGE && (long) done * 10 / all > tenths) {
      tenths++;
      say("%,d of %,d pictures read", done, all);
    }
    return true;
  }

  private static void say(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }
}
