package glassbox.ui.controls;

import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The probability of every class, or of the most probable ones, as bars. */
public final class ProbabilityBars extends GridPane {
  private static final List<String> STYLES = List.of("bar-truth", "bar-answer", "bar-other");

  /** Nobody wants to hear of more classes. */
  private static final int SPOKEN = 3;

  private final int most;
  private final List<Row> rows = new ArrayList<>();

  private record Row(Label name, ProgressBar bar, Label share) {}

  /**
   * No bars yet.
   *
   * @param most classes that are shown; of more the most probable ones and the true one
   */
  public ProbabilityBars(int most) {
    this.most = most;
    getStyleClass().add("probability-bars");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.of("controls.bars.none"));
  }

  /**
   * Shows probabilities.
   *
   * @param truth the class that is marked as right
   * @param answer the class that is marked as the network's
   */
  public void show(float[] probabilities, List<String> names, int truth, int answer) {
    setAccessibleText(
        Words.of("controls.bars.truth", summary(probabilities, names), names.get(truth)));
    List<Integer> classes = classes(probabilities, truth);
    while (rows.size() > classes.size()) {
      Row last = rows.removeLast();
      getChildren().removeAll(last.name(), last.bar(), last.share());
    }
    while (rows.size() < classes.size()) {
      addRow();
    }
    for (int i = 0; i < rows.size(); i++) {
      int c = classes.get(i);
      Row row = rows.get(i);
      row.name().setText(names.get(c));
      row.name().setStyle(c == truth ? "-fx-font-weight: bold" : "");
      row.bar().setProgress(probabilities[c]);
      row.bar().getStyleClass().removeAll(STYLES);
      row.bar().getStyleClass().add(STYLES.get(c == truth ? 0 : c == answer ? 1 : 2));
      row.share().setText(Figures.percent(probabilities[c], 1));
      row.bar().setAccessibleText(row.name().getText());
    }
  }

  /** The most probable classes in a sentence. */
  public static String summary(float[] probabilities, List<String> names) {
    List<String> surest =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer c) -> -probabilities[c]))
            .limit(SPOKEN)
            .map(c -> names.get(c) + " " + Figures.percent(probabilities[c], 1))
            .toList();
    return Words.of("controls.bars.summary", String.join(", ", surest));
  }

  private List<Integer> classes(float[] probabilities, int truth) {
    List<Integer> all = IntStream.range(0, probabilities.length).boxed().toList();
    if (all.size() <= most) {
      return all;
    }
    return all.stream()
        .sorted(Comparator.comparingDouble((Integer c) -> c == truth ? -2 : -probabilities[c]))
        .limit(most)
        .sorted()
        .toList();
  }

  private void addRow() {
    Label name = new Label();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(240);
    bar.setMaxWidth(Double.MAX_VALUE);
    setHgrow(bar, Priority.ALWAYS);
    Label share = new Label();
    share.getStyleClass().add("muted");
    share.setMinWidth(48);
    share.setAlignment(Pos.CENTER_RIGHT);
    addRow(rows.size(), name, bar, share);
    rows.add(new Row(name, bar, share));
  }
}
