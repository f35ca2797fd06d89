package glassbox.ui.confusion;

import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.Comparison;
import glassbox.ui.session.Examined;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import java.util.Locale;
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
    setTooltip(new Tooltip("Show how the counts differ from another step or run"));
    setAccessibleText("Compare with another step or run");
    WhileShown.listen(this, comparison.referenceProperty(), () -> setText(words()));
    setText(words());
    setOnShowing(event -> fill());
    fill();
  }

  private String words() {
    Examined with = comparison.referenceProperty().get();
    return with == null ? "compare with…" : "compared with " + moment(with);
  }

  static String moment(Examined with) {
    return String.format(
        Locale.ROOT, "%s, step %,d", with.moment().run().name(), with.moment().step());
  }

  private void fill() {
    getItems().clear();
    MenuItem pin = item("This step, from now on", comparison::pin);
    pin.setDisable(session.examinedProperty().get() == null);
    MenuItem nothing = item("Nothing", comparison::end);
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
        .forEach(run -> getItems().add(item("End of " + run.name(), () -> comparison.with(run))));
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
