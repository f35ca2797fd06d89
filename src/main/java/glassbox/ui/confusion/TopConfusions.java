package glassbox.ui.confusion;

import glassbox.analysis.ConfusionMatrix.Confusion;
import glassbox.ui.session.Filter;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** The most frequent mistakes in words; a click shows their images. */
final class TopConfusions extends FlowPane {
  private static final int SHOWN = 5;

  private final Consumer<Filter> show;

  TopConfusions(Consumer<Filter> show) {
    super(8, 6);
    this.show = show;
    setId("top-confusions");
  }

  void show(Sheet sheet, List<String> names) {
    List<Confusion> top = sheet.top(SHOWN);
    while (getChildren().size() > top.size()) {
      getChildren().removeLast();
    }
    while (getChildren().size() < top.size()) {
      getChildren().add(chip());
    }
    for (int i = 0; i < top.size(); i++) {
      Confusion each = top.get(i);
      Button chip = (Button) getChildren().get(i);
      chip.setText(
          Words.of(
              i == 0 ? "confusion.top.first" : "confusion.top",
              names.get(each.truth()),
              names.get(each.answer()),
              sheet.count(each)));
      chip.setOnAction(event -> show.accept(Filter.pair(each.truth(), each.answer())));
    }
  }

  private static Button chip() {
    Button chip = new Button();
    chip.getStyleClass().add("chip");
    chip.setMinWidth(USE_PREF_SIZE);
    chip.setTooltip(new Tooltip(Words.of("confusion.top.help")));
    return chip;
  }
}
