package glassbox.ui.confusion;

import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.ConfusionMatrix.Confusion;
import glassbox.ui.controls.CsvRow;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in the cells: a matrix, or how it differs from another one. */
final class Sheet {
  private final ConfusionMatrix now;
  private final @Nullable ConfusionMatrix before;
  private final Measure measure;
  private final double[][] values;
  private double largestMistake;
  private double largest;

  /** A figure of a class, beside the matrix. */
  enum Figure {
    RECALL,
    PRECISION,
    F1,
    IMAGES;

    String title() {
      return Words.of("confusion.figure." + name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * The cells of a matrix.
   *
   * @param before what it is compared with; null for nothing
   */
  Sheet(ConfusionMatrix now, @Nullable ConfusionMatrix before, Measure measure) {
    this.now = now;
    this.before = before;
    this.measure = measure;
    values = measure.values(now);
    if (before != null) {
      subtract(measure.values(before));
    }
    for (int truth = 0; truth < values.length; truth++) {
      for (int answer = 0; answer < values.length; answer++) {
        double size = Math.abs(values[truth][answer]);
        largest = Math.max(largest, size);
        largestMistake = truth == answer ? largestMistake : Math.max(largestMistake, size);
      }
    }
  }

  private void subtract(double[][] others) {
    for (int truth = 0; truth < values.length; truth++) {
      for (int answer = 0; answer < values.length; answer++) {
        values[truth][answer] -= others[truth][answer];
      }
    }
  }

  int classes() {
    return values.length;
  }

  boolean isDifference() {
    return before != null;
  }

  /**
   * How strongly a cell is coloured: a mistake in [0, 1]; a difference in [-1, 1], below 0 for
   * fewer. The root lets rare mistakes be seen beside frequent ones.
   */
  double weight(int truth, int answer) {
    double most = isDifference() ? largest : largestMistake;
    double value = values[truth][answer];
    return most == 0 ? 0 : Math.signum(value) * Math.sqrt(Math.min(1, Math.abs(value) / most));
  }

  /** A cell in digits; a point for nothing. */
  String text(int truth, int answer) {
    double value = values[truth][answer];
    if (Math.abs(value) < (measure == Measure.COUNTS ? 0.5 : 0.05)) {
      return "·";
    }
    double size = Math.abs(value);
    return sign(value)
        + (measure == Measure.COUNTS ? count(Math.round(size)) : Figures.decimal(size, 1));
  }

  /** Thousands stand without a sign between them, for which cells have no room. */
  private static String count(long images) {
    return images < 10_000 ? Long.toString(images) : Figures.count(images);
  }

  private String sign(double value) {
    if (isDifference()) {
      return value > 0 ? "+" : "−";
    }
    return "";
  }

  /** A class's figure in digits; a dash where it has no value. */
  String figure(Figure figure, int c) {
    double value = figure(now, figure, c);
    double change = before == null ? 0 : value - figure(before, figure, c);
    if (Double.isNaN(value) || Double.isNaN(change)) {
      return "–";
    }
    if (figure == Figure.IMAGES) {
      return Figures.decimal(value, 0);
    }
    return isDifference()
        ? sign(change) + Figures.decimal(100 * Math.abs(change), 1)
        : percent(value);
  }

  private static double figure(ConfusionMatrix of, Figure figure, int c) {
    return switch (figure) {
      case RECALL -> of.recall(c);
      case PRECISION -> of.precision(c);
      case F1 -> of.f1(c);
      case IMAGES -> of.truths(c);
    };
  }

  private static String percent(double share) {
    return Figures.percent(share, 1);
  }

  /** How many images are taken for a class, or how many more. */
  String answers(int answer) {
    if (before == null) {
      return count(now.answers(answer));
    }
    int more = now.answers(answer) - before.answers(answer);
    return more == 0 ? "·" : sign(more) + count(Math.abs(more));
  }

  /** The share of all images that is answered correctly, or how it has changed in points. */
  String accuracy() {
    double share = accuracy(now);
    double change = before == null ? 0 : share - accuracy(before);
    return isDifference()
        ? sign(change) + Figures.decimal(100 * Math.abs(change), 1)
        : percent(share);
  }

  private static double accuracy(ConfusionMatrix of) {
    return of.total() == 0 ? 0 : (double) of.correct() / of.total();
  }

  /** The most frequent mistakes; of a difference, those whose counts differ most. */
  List<Confusion> top(int howMany) {
    ConfusionMatrix earlier = before;
    if (earlier == null) {
      return now.worst(howMany);
    }
    List<Confusion> changes = new ArrayList<>();
    for (int truth = 0; truth < classes(); truth++) {
      for (int answer = 0; answer < classes(); answer++) {
        int change = now.count(truth, answer) - earlier.count(truth, answer);
        if (truth != answer && change != 0) {
          changes.add(new Confusion(truth, answer, change));
        }
      }
    }
    changes.sort(Comparator.comparingInt((Confusion c) -> -Math.abs(c.count())));
    return changes.subList(0, Math.min(howMany, changes.size()));
  }

  /** A count with its sign, where it is a difference. */
  String count(Confusion confusion) {
    return isDifference()
        ? sign(confusion.count()) + Math.abs(confusion.count())
        : Figures.count(confusion.count());
  }

  /**
   * The cells and the figures as a table, for spreadsheets: counts, or shares in percent; of a
   * difference, how many more.
   */
  String csv(List<String> names) {
    StringBuilder csv = new StringBuilder();
    CsvRow header = new CsvRow(csv).add("truth\\answer");
    names.forEach(header::add);
    for (Figure figure : Figure.values()) {
      header.add(figure.name().toLowerCase(Locale.ROOT));
    }
    header.end();
    for (int truth = 0; truth < classes(); truth++) {
      CsvRow row = new CsvRow(csv).add(names.get(truth));
      for (double value : values[truth]) {
        if (measure == Measure.COUNTS) {
          row.add(Math.round(value));
        } else {
          row.add((float) value);
        }
      }
      for (Figure figure : Figure.values()) {
        double earlier = before == null ? 0 : figure(before, figure, truth);
        row.addIfThere(figure(now, figure, truth) - earlier);
      }
      row.end();
    }
    return csv.toString();
  }

  /** All of it in a sentence or two, for those who do not see it. */
  String summary(List<String> names) {
    return Words.of("confusion.summary", now.correct(), now.total(), most(names));
  }

  private String most(List<String> names) {
    List<Confusion> most = top(1);
    if (most.isEmpty()) {
      return isDifference()
          ? Words.of("confusion.summary.same")
          : Words.of("confusion.summary.none");
    }
    Confusion first = most.getFirst();
    return Words.of(
        isDifference() ? "confusion.summary.difference" : "confusion.summary.mistake",
        names.get(first.truth()),
        names.get(first.answer()),
        count(first));
  }

  /** A cell in a sentence. */
  String words(int truth, int answer, List<String> names) {
    int count = now.count(truth, answer);
    int all = now.truths(truth);
    ConfusionMatrix earlier = before;
    String images =
        truth == answer
            ? Words.of("confusion.cell.correct", names.get(truth), count, all)
            : Words.of("confusion.cell.mistake", names.get(truth), names.get(answer), count, all);
    return earlier == null
        ? images
        : Words.of("confusion.cell.compared", images, earlier.count(truth, answer));
  }
}
