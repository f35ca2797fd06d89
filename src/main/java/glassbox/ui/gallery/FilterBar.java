package glassbox.ui.gallery;

import glassbox.ui.session.Filter;
import glassbox.ui.session.Selection;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which images are shown: outcome, true class, predicted class, and what was picked elsewhere. */
final class FilterBar extends HBox {
  private static final double NARROWEST = 64;

  private final ComboBox<Filter.Outcome> outcome = new ComboBox<>();
  private final ComboBox<Integer> truth = new ComboBox<>();
  private final ComboBox<Integer> answer = new ComboBox<>();
  private final Button clear = new Button("", new FontIcon(Feather.X));
  private List<String> names = List.of();
  private boolean telling;

  FilterBar(Selection selection) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    outcome.getItems().setAll(Filter.Outcome.values());
    dress(outcome, "images-outcome", Words.of("gallery.filter.outcome"));
    outcome.setCellFactory(list -> new WordsCell<>(FilterBar::words));
    outcome.setButtonCell(new WordsCell<>(FilterBar::words));
    dressClasses(truth, "images-truth", Words.of("gallery.filter.truth.help"), "truth");
    dressClasses(answer, "images-answer", Words.of("gallery.filter.answer.help"), "answer");
    clear.setId("images-clear");
    clear.getStyleClass().add("chip");
    clear.setMinWidth(USE_PREF_SIZE);
    clear.setAccessibleText(Words.of("gallery.filter.clear"));
    clear.setTooltip(new Tooltip(Words.of("gallery.filter.clear.help")));
    clear.setOnAction(event -> selection.show(Filter.ALL));
    clear.managedProperty().bind(clear.visibleProperty());
    on(outcome, chosen -> selection.show(selection.filter().withOutcome(chosen)));
    on(truth, chosen -> selection.show(selection.filter().withTruth(chosen)));
    on(answer, chosen -> selection.show(selection.filter().withAnswer(chosen)));
    getChildren().addAll(outcome, truth, answer, clear);
  }

  private static void dress(ComboBox<?> choice, String id, String help) {
    choice.setId(id);
    choice.getStyleClass().add("chip");
    choice.setMinWidth(NARROWEST);
    choice.setTooltip(new Tooltip(help));
    choice.setAccessibleText(help);
  }

  private void dressClasses(ComboBox<Integer> choice, String id, String help, String which) {
    dress(choice, id, help);
    choice.setCellFactory(list -> new WordsCell<>(c -> name(which, c)));
    choice.setButtonCell(new WordsCell<>(c -> name(which, c)));
  }

  private String name(String which, int c) {
    boolean any = c == Filter.ANY || c >= names.size();
    return Words.of("gallery.filter." + which, any ? Words.of("gallery.filter.any") : names.get(c));
  }

  private static String words(Filter.Outcome outcome) {
    return switch (outcome) {
      case ALL -> Words.of("gallery.filter.all");
      case CORRECT -> Words.of("gallery.filter.correct");
      case INCORRECT -> Words.of("gallery.filter.incorrect");
    };
  }

  private <T> void on(ComboBox<T> choice, Consumer<T> use) {
    choice
        .valueProperty()
        .addListener((property, before, now) -> {
          if (!telling && now != null) {
            use.accept(now);
          }
        });
  }

  /** Shows which images are shown. */
  void show(Filter filter, List<String> newNames) {
    telling = true;
    if (!newNames.equals(names) || truth.getItems().isEmpty()) {
      names = newNames;
      List<Integer> classes = new ArrayList<>(List.of(Filter.ANY));
      IntStream.range(0, names.size()).forEach(classes::add);
      truth.getItems().setAll(classes);
      answer.getItems().setAll(classes);
    }
    outcome.setValue(filter.outcome());
    truth.setValue(filter.truth());
    answer.setValue(filter.answer());
    clear.setVisible(!filter.equals(Filter.ALL));
    telling = false;
  }

  /** A cell that says its value in words. */
  private static final class WordsCell<T> extends ListCell<T> {
    private final Function<T, String> words;

    WordsCell(Function<T, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : words.apply(item));
    }
  }
}
