package glassbox.ui.data;

import glassbox.analysis.ClassBalance;
import glassbox.analysis.ClassMeans;
import glassbox.ui.controls.Card;
import glassbox.ui.session.DataFacts.Facts;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How many images each class has, and what they are in the mean. */
final class ClassesView extends HBox {
  private final GridPane rows = new GridPane();
  private final Label total = Choices.muted("");
  private final Label unevenness = Choices.muted("");
  private final ImageGrid means = new ImageGrid(0, true);
  private final Label empty = Choices.emptyState("classes-empty");

  ClassesView(TrainingSession session) {
    getStyleClass().add("pane-row");
    rows.getStyleClass().add("balance");
    unevenness.setId("balance-unevenness");
    unevenness.setWrapText(true);
    VBox counted = new VBox(16, rows, unevenness);
    ScrollPane scroll = new ScrollPane(counted);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("card-scroll");
    means.setId("class-means");
    Card balance =
        new Card(Words.of("data.classes.balance"), new StackPane(scroll, empty)).fact(total);
    Card mean =
        new Card(Words.of("data.classes.mean"), means)
            .fact(Choices.muted(Words.of("data.classes.mean.fact")));
    for (Card card : List.of(balance, mean)) {
      HBox.setHgrow(card, Priority.ALWAYS);
      getChildren().add(card);
    }
    session.dataFacts().factsProperty().addListener((property, before, now) -> show(now));
    show(session.dataFacts().factsProperty().get());
  }

  private void show(@Nullable Facts facts) {
    rows.getChildren().clear();
    empty.setText(facts == null ? Words.of("data.classes.counting") : "");
    total.setText("");
    unevenness.setText("");
    if (facts == null) {
      means.show(Cells.NONE);
      return;
    }
    showBalance(facts);
    ClassMeans of = facts.means();
    means.show(
        new Cells(
            of.pixels().length,
            of.height(),
            of.width(),
            1,
            c -> {
              String name = facts.data().classNames().get(c);
              return new Cells.Cell(
                  List.of(of.pixels()[c]), name, Words.of("data.classes.meanOf", name));
            }));
  }

  private void showBalance(Facts facts) {
    List<ClassBalance.Count> classes = facts.balance().classes();
    total.setText(
        Words.of("data.classes.total", facts.data().train().count(), facts.data().test().count()));
    unevenness.setText(unevenness(classes));
    rows.addRow(0, head("class"), head("training"), new Label(), head("test"));
    int mostTrain = most(classes, ClassBalance.Count::train);
    int mostTest = most(classes, ClassBalance.Count::test);
    for (int c = 0; c < classes.size(); c++) {
      ClassBalance.Count each = classes.get(c);
      Label name = new Label(each.name());
      name.setMinWidth(USE_PREF_SIZE);
      name.setMaxWidth(160);
      rows.addRow(
          c + 1,
          name,
          bar(each.train(), mostTrain),
          number(each.train()),
          bar(each.test(), mostTest),
          number(each.test()));
    }
  }

  /** How far the classes are from being equally large. */
  private static String unevenness(List<ClassBalance.Count> classes) {
    int most = most(classes, ClassBalance.Count::train);
    int least = classes.stream().mapToInt(ClassBalance.Count::train).min().orElse(0);
    return least == 0
        ? Words.of("data.classes.lacking")
        : Words.of("data.classes.uneven", Figures.decimal((double) most / least, 2));
  }

  private static int most(
      List<ClassBalance.Count> classes, ToIntFunction<ClassBalance.Count> part) {
    return Math.max(1, classes.stream().mapToInt(part).max().orElse(1));
  }

  private static Label head(String name) {
    Label label = Choices.muted(Words.of("data.classes.head." + name));
    label.getStyleClass().add("balance-head");
    return label;
  }

  private static Region bar(int count, int most) {
    ProgressBar bar = new ProgressBar((double) count / most);
    bar.getStyleClass().add("balance-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(40);
    bar.setAccessibleText(Words.of("data.count", count));
    GridPane.setHgrow(bar, Priority.ALWAYS);
    return bar;
  }

  private static Label number(int count) {
    Label label = new Label(Figures.count(count));
    label.setMinWidth(52);
    label.setAlignment(Pos.CENTER_RIGHT);
    return label;
  }
}
