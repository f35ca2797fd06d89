package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.Exportable;
import glassbox.ui.controls.ThemeColours;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The images answered correctly, or those answered incorrectly. */
final class GalleryHalf {
  /** A card narrower than this has no room for remarks. */
  private static final double WIDE = 400;

  private final boolean correct;
  private final TileGrid grid;
  private final Label count = new Label();
  private final Label empty = new Label();
  private final ComboBox<Order> order = new ComboBox<>();
  private final ThemeColours theme =
      new ThemeColours(() -> {}, "card", "text", "muted", "accent", "incorrect");
  private final Card card;
  private @Nullable Predictions predictions;
  private List<String> classNames = List.of("0");

  GalleryHalf(boolean correct, IntConsumer open) {
    this.correct = correct;
    grid = new TileGrid(open);
    grid.setId(correct ? "correct-images" : "incorrect-images");
    grid.setOnRoomChange(this::refresh);
    count.getStyleClass().add("count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.setId(correct ? "correct-count" : "incorrect-count");
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    order.getItems().setAll(Order.values());
    order.setValue(Order.SUREST);
    order.getStyleClass().add("chip");
    order.setMinWidth(Card.LEAST_CHOICE);
    order.setTooltip(new Tooltip(Words.of("gallery.half.order")));
    order.setAccessibleText(
        Words.of(correct ? "gallery.half.order.correct" : "gallery.half.order.incorrect"));
    order.valueProperty().addListener(property -> refresh());
    card =
        new Card(
                correct ? Words.of("gallery.half.correct") : Words.of("gallery.half.incorrect"),
                new StackPane(grid, empty, theme))
            .mark(mark())
            .fact(count)
            .action(order)
            .exportableWithRoom(exportable());
    if (!correct) {
      Label meaning = new Label(Words.of("gallery.half.meaning"));
      meaning.getStyleClass().add("muted");
      meaning.visibleProperty().bind(card.widthProperty().greaterThan(WIDE));
      meaning.managedProperty().bind(meaning.visibleProperty());
      card.fact(meaning);
    }
    show(null, classNames);
  }

  private Exportable exportable() {
    return Exportable.picture(correct ? "correct" : "incorrect", grid)
        .withSvg(() -> {
          Predictions now = predictions;
          return now == null ? () -> "" : svg(now);
        })
        .withCsv(() -> {
          Predictions now = predictions;
          List<String> names = classNames;
          Order chosen = order.getValue();
          return () ->
              now == null ? "" : ImageTable.csv(now, first(now, chosen, now.count()), names);
        });
  }

  private Callable<String> svg(Predictions now) {
    int[] seen = first(now, order.getValue(), grid.room());
    double points = (double) Tile.IMAGE / now.images().height();
    String words = grid.getAccessibleText();
    return TileSheet.svg(words, now, seen, classNames, points, grid.getWidth(), theme);
  }

  private int[] first(Predictions now, Order chosen, int howMany) {
    return chosen.first(now, correct, howMany).stream().mapToInt(i -> i).toArray();
  }

  private Region mark() {
    Region mark = new Region();
    mark.getStyleClass().add(correct ? "correct-mark" : "incorrect-mark");
    return mark;
  }

  /** Which images are shown first. */
  ObjectProperty<Order> orderProperty() {
    return order.valueProperty();
  }

  Card card() {
    return card;
  }

  final void show(@Nullable Predictions newPredictions, List<String> newNames) {
    if (!newNames.equals(classNames)) {
      classNames = newNames;
      grid.setNames(newNames);
    }
    predictions = newPredictions;
    refresh();
  }

  private void refresh() {
    Predictions now = predictions;
    if (now == null) {
      grid.setAccessibleText(
          Words.of(
              correct ? "gallery.half.spoken.none.correct" : "gallery.half.spoken.none.incorrect"));
      grid.clear();
      count.setText("");
      empty.setText(
          Words.of(correct ? "gallery.half.empty.correct" : "gallery.half.empty.incorrect"));
      empty.setVisible(true);
      return;
    }
    int all = correct ? now.correctCount() : now.count() - now.correctCount();
    count.setText(Figures.count(all));
    grid.setAccessibleText(
        Words.of(
            correct ? "gallery.half.spoken.correct" : "gallery.half.spoken.incorrect",
            all,
            now.count(),
            order.getValue().toString()));
    empty.setText(
        correct ? Words.of("gallery.half.none.correct") : Words.of("gallery.half.none.incorrect"));
    empty.setVisible(all == 0);
    grid.show(now, order.getValue().first(now, correct, grid.room()), classNames);
  }
}
