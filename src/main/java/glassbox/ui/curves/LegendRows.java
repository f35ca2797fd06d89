package glassbox.ui.curves;

import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What stands in the legend. */
final class LegendRows {
  /** Below so many points of width, raw values and validation have no room. */
  private static final double NARROW = 330;

  private final Measure measure;
  private final Inks inks;

  LegendRows(Measure measure, Inks inks) {
    this.measure = measure;
    this.inks = inks;
  }

  /**
   * The rows, the first of which names the columns.
   *
   * @param steps where the values are read, or -1 for the newest
   * @param most rows that there is room for
   */
  List<Legend.Row> of(Looked looked, long steps, double width, int most) {
    List<Reading> readings = Reading.of(measure, looked.drawn(), steps);
    String where = steps < 0 ? Words.of("curves.newest") : Words.of("curves.step", steps);
    List<Legend.Row> rows =
        looked.isOneRun()
            ? ofOneRun(readings.getFirst(), where)
            : ofMany(readings, where, width >= NARROW, most - 1);
    if (width >= NARROW && steps >= 0) {
      addBest(looked, rows);
    }
    return rows;
  }

  private List<Legend.Row> ofOneRun(Reading reading, String where) {
    List<Legend.Row> rows = new ArrayList<>();
    rows.add(muted(List.of(where, Words.of("curves.smoothed"), Words.of("curves.raw"))));
    rows.add(
        new Legend.Row(
            inks.trainColour(),
            LineStyle.dash(0),
            List.of(Words.of("curves.train"), reading.value(), reading.raw()),
            null));
    if (!reading.validation().isEmpty()) {
      rows.add(
          new Legend.Row(
              inks.validationColour(),
              LineStyle.VALIDATION_DASH,
              List.of(Words.of("curves.validationName"), reading.validation(), ""),
              null));
    }
    return rows;
  }

  private List<Legend.Row> ofMany(List<Reading> readings, String where, boolean wide, int most) {
    boolean raw = wide && readings.stream().anyMatch(reading -> !reading.raw().isEmpty());
    boolean validation =
        wide && readings.stream().anyMatch(reading -> !reading.validation().isEmpty());
    List<Legend.Row> rows = new ArrayList<>();
    rows.add(
        muted(
            cells(
                where,
                Words.of("curves.smoothed"),
                raw ? Words.of("curves.raw") : "",
                validation ? Words.of("curves.validationName") : "")));
    int room = readings.size() > most ? most - 1 : readings.size();
    for (Reading reading : mostImportant(readings, room)) {
      rows.add(row(reading, raw, validation));
    }
    if (room < readings.size()) {
      rows.add(muted(cells(Words.of("curves.more", readings.size() - room), "", "", "")));
    }
    return rows;
  }

  private Legend.Row row(Reading reading, boolean raw, boolean validation) {
    Drawn line = reading.line();
    return new Legend.Row(
        inks.colour(line),
        LineStyle.dash(line.ink()),
        cells(
            Legend.shortened(line.name()),
            reading.value(),
            raw ? reading.raw() : "",
            validation ? reading.validation() : ""),
        line.isGroup() ? Words.of("curves.seeds.help") : null);
  }

  /** The first of them, the run in hand among them in any case. */
  private static List<Reading> mostImportant(List<Reading> readings, int room) {
    List<Reading> kept = new ArrayList<>(readings.subList(0, room));
    boolean lost = kept.stream().noneMatch(reading -> reading.line().current());
    if (lost && room > 0) {
      readings.stream()
          .filter(reading -> reading.line().current())
          .findFirst()
          .ifPresent(reading -> kept.set(room - 1, reading));
    }
    return kept;
  }

  private static List<String> cells(String... texts) {
    return List.of(texts);
  }

  private static Legend.Row muted(List<String> cells) {
    return new Legend.Row(null, new double[0], cells, null);
  }

  private void addBest(Looked looked, List<Legend.Row> rows) {
    RunCurves inHand = looked.inHand();
    if (inHand != null) {
      measure
          .best(inHand.validations())
          .ifPresent(best -> rows.add(muted(List.of(PointMarks.bestWords(measure, best)))));
    }
  }
}
