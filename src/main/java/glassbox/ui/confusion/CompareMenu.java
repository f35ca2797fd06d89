package glassbox.ui.confusion;

import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.Comparison;
import glassbox.ui.session.Examined;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** What the matrix is compared with: a step that is pinned, or the end of another run. */
final class CompareMenu extends MenuButton {
  private static final int MOST_RUNS = 20;

  private final TrainingSession session;
  private final Comparison comparison;

  CompareMenu(TrainingSession session) {
    this.session = session;
    comparison = session.comparison();
    setId("compare-with");
    getStyleClass().add("chip");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(Words.of("confusion.compare.help")));
    setAccessibleText(Words.of("confusion.compare.accessible"));
    WhileShown.listen(this, comparison.referenceProperty(), () -> setText(words()));
    setText(words());
    setOnShowing(event -> fill());
    fill();
  }

  private String words() {
    Examined with = comparison.referenceProperty().get();
    return with == null
        ? Words.of("confusion.compare")
        : Words.of("confusion.compared", moment(with));
  }

  static String moment(Examined with) {
    return Words.of("confusion.moment", with.moment().run().name(), with.moment().step());
  }

  private void fill() {
    getItems().clear();
    MenuItem pin = item(Words.of("confusion.compare.pin"), comparison::pin);
    pin.setDisable(session.examinedProperty().get() == null);
    MenuItem nothing = item(Words.of("confusion.compare.nothing"), comparison::end);
    nothing.setDisable(comparison.referenceProperty().get() == null);
    getItems().addAll(nothing, pin);
    Run looked = session.runProperty().get();
    if (looked == null) {
      return;
    }
    getItems().add(new SeparatorMenuItem());
    session.runs().all().reversed().stream()
        .filter(run -> run != looked && run.status() != Run.Status.DAMAGED && run.steps() > 0)
        .filter(run -> run.recipe().dataset().equals(looked.recipe().dataset()))
        .limit(MOST_RUNS)
        .forEach(run ->
            getItems()
                .add(
                    item(
                        Words.of("confusion.compare.end", run.name()),
                        () -> comparison.with(run))));
    if (getItems().getLast() instanceof SeparatorMenuItem) {
      getItems().removeLast();
    }
  }

  private static MenuItem item(String words, Runnable deed) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false); // names of runs may have underscores
    item.setOnAction(event -> deed.run());
    return item;
  }
}
