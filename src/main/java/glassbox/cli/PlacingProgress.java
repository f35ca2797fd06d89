package glassbox.cli;

import glassbox.analysis.Placing;
import glassbox.linalg.Matrix;
import java.util.Locale;
import java.util.function.Supplier;

/** How far images are placed, on standard error: over and over on a terminal, else each quarter. */
final class PlacingProgress implements Placing {
  private final String what;
  private final boolean terminal = Terminals.standardErrorIsATerminal();
  private int told = -1;

  PlacingProgress(String what) {
    this.what = what;
  }

  @Override
  public boolean reached(double share, Supplier<Matrix> positions) {
    int percent = (int) (100 * share);
    if (percent != told && (terminal || percent / 25 > told / 25 || told < 0)) {
      told = percent;
      String line = String.format(Locale.ROOT, "%s · %d %%", what, percent);
      System.err.print(terminal ? "\r" + line : line + System.lineSeparator());
    }
    return true;
  }

  /** Leaves the line. */
  void end() {
    if (terminal && told >= 0) {
      System.err.println();
    }
  }
}
