package glassbox.format;

import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.ConfusionMatrix.Confusion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The confusion matrix: true classes in rows, predicted ones in columns, each class's recall. */
final class ConfusionPicture {
  private static final int LARGEST_CELL = 48;
  private static final int LARGEST_MATRIX = 900;
  private static final int SMALLEST_NAMED_CELL = 11;
  private static final int LEAST_WIDTH = 592;
  private static final int WIDEST_NAME = 140;
  private static final int RECALL_WIDTH = 64;
  private static final int FOOTER = 60;
  private static final int GAP = 12;

  /** From the picture's edge to the text in its card. */
  private static final int INSET = 2 * Picture.MARGIN;

  private final Typeface type;
  private final ReportData data;
  private final ConfusionMatrix matrix;
  private final int classes;
  private final int side;
  private final Ink nameInk;
  private final List<String> names;
  private final int nameWidth;
  private final int left;
  private final int top;

  ConfusionPicture(Typeface type, ReportData data) {
    this.type = type;
    this.data = data;
    matrix = new ConfusionMatrix(data.predictions());
    classes = matrix.classes();
    side = Math.clamp(LARGEST_MATRIX / classes, 3, LARGEST_CELL);
    nameInk = new Ink(type.semiBold((float) Math.clamp(side * 0.45, 9, 14)), Palette.MUTED);
    names = side < SMALLEST_NAMED_CELL ? List.of() : fitted(data.classNames());
    nameWidth = names.stream().mapToInt(n -> Typeface.width(n, nameInk.font())).max().orElse(0);
    left = INSET + nameWidth + GAP;
    top = INSET + 58 + (namesRise() ? diagonal(nameWidth) + 16 : 24);
  }

  private List<String> fitted(List<String> all) {
    return all.stream().map(n -> Typeface.fitted(n, nameInk.font(), WIDEST_NAME)).toList();
  }

  /** Names of columns that are too wide to stand over them rise by 45 degrees. */
  private boolean namesRise() {
    return nameWidth > side - 4;
  }

  /** The width, and the height, of a text of this length that rises by 45 degrees. */
  private static int diagonal(int length) {
    return (int) Math.ceil(length * Math.sqrt(0.5));
  }

  Picture draw() {
    int end = left + classes * side;
    int beside = names.isEmpty() ? 0 : RECALL_WIDTH;
    int above = namesRise() ? diagonal(nameWidth) : 0;
    int width = Math.max(end + Math.max(beside, above) + INSET, LEAST_WIDTH);
    Picture picture = new Picture(width, top + classes * side + FOOTER);
    picture.card();
    header(picture);
    cells(picture);
    for (int c = 0; c < names.size(); c++) {
      name(picture, c);
      recall(picture, c, end + GAP);
    }
    String worst = Typeface.fitted(worst(), type.note().font(), width - 2 * INSET);
    picture.text(worst, INSET, picture.height() - 28, type.note());
    return picture;
  }

  private void header(Picture picture) {
    int baseline = INSET + 18;
    int end = picture.text("Confusion", INSET, baseline, type.heading());
    String note = "rows true, columns predicted · " + data.imageCount();
    picture.text(note, end + 12, baseline, type.note());
    String title = Typeface.fitted(data.title(), type.note().font(), picture.width() - 2 * INSET);
    picture.text(title, INSET, baseline + 24, type.note());
  }

  private void cells(Picture picture) {
    int mostMistakes = matrix.worst(1).stream().mapToInt(Confusion::count).max().orElse(0);
    ConfusionCell cell = new ConfusionCell(type, side, mostMistakes);
    for (int truth = 0; truth < classes; truth++) {
      for (int answer = 0; answer < classes; answer++) {
        int count = matrix.count(truth, answer);
        cell.draw(picture, left + answer * side, top + truth * side, count, truth == answer);
      }
    }
  }

  /** A class's name before its row and above its column. */
  private void name(Picture picture, int c) {
    String name = names.get(c);
    picture.textRight(name, left - GAP, rowBaseline(c), nameInk);
    int middle = left + c * side + side / 2;
    if (namesRise()) {
      picture.textRising(name, middle + 4, top - 8, nameInk);
    } else {
      picture.textCentered(name, middle, top - 8, nameInk);
    }
  }

  private int rowBaseline(int c) {
    return top + c * side + ConfusionCell.baseline(nameInk.font(), side);
  }

  private void recall(Picture picture, int c, int x) {
    Ink ink = new Ink(type.regular(nameInk.font().getSize2D()), Palette.TEXT);
    if (c == 0) {
      picture.text("recall", x, top - 8, new Ink(ink.font(), Palette.MUTED));
    }
    double recall = matrix.recall(c);
    String text = Double.isNaN(recall) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * recall);
    picture.text(text, x, rowBaseline(c), ink);
  }

  private String worst() {
    List<Confusion> worst = matrix.worst(3);
    return worst.isEmpty()
        ? "No image was taken for another class."
        : worst.stream().map(this::told).collect(Collectors.joining(", ", "Most confused: ", ""));
  }

  private String told(Confusion c) {
    return "%s → %s (%d)"
        .formatted(data.classNames().get(c.truth()), data.classNames().get(c.answer()), c.count());
  }
}
