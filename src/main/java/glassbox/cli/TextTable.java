package glassbox.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of words in columns that are as wide as they need to be; a row's last words may run over the
 * empty columns behind them.
 */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> titles) {
    rows.add(List.copyOf(titles));
  }

  /** Adds a row with as many cells as there are titles. */
  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** All rows, the titles first, each ended. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(Math.max(0, width(column) - length(cell)) + 2));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> !isLast(row, column))
        .mapToInt(row -> length(row.get(column)))
        .max()
        .orElse(0);
  }

  private static boolean isLast(List<String> row, int column) {
    return row.subList(column + 1, row.size()).stream().allMatch(String::isEmpty);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
