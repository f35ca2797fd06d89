package glassbox.ui.controls;

/** Fields of a table as comma-separated values (RFC 4180), numbers with a point. */
public final class CsvRow {
  private final StringBuilder csv;
  private boolean begun;

  /** A row at the end of a text. */
  public CsvRow(StringBuilder csv) {
    this.csv = csv;
  }

  /** Adds a number or a word. */
  public CsvRow add(Object field) {
    if (begun) {
      csv.append(',');
    }
    begun = true;
    csv.append(field instanceof String word ? quoted(word) : field);
    return this;
  }

  /** Adds a number that need not be there: NaN is an empty field. */
  public CsvRow addIfThere(double number) {
    return Double.isNaN(number) ? add("") : add((float) number);
  }

  public void end() {
    csv.append('\n');
  }

  /** Quoted where it must be; a spreadsheet takes no name for a formula. */
  public static String quoted(String name) {
    String harmless = name.matches("(?s)[=+@\\-].*") ? "'" + name : name;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
