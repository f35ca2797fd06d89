package glassbox.ui.life;

import glassbox.analysis.Lives;
import glassbox.analysis.Lives.Kind;
import glassbox.ui.session.Filter;
import glassbox.ui.words.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** How many test images were learned early, late, forgotten, never; a click shows them. */
final class KindChips extends FlowPane {
  private final Map<Kind, Button> chips = new EnumMap<>(Kind.class);
  private final Consumer<Filter> show;
  private @Nullable Lives lives;

  KindChips(Consumer<Filter> show) {
    super(8, 6);
    this.show = show;
    setId("life-kinds");
    for (Kind kind : Kind.values()) {
      Button chip = new Button();
      chip.getStyleClass().add("chip");
      chip.setId("life-" + kind.name().toLowerCase(Locale.ROOT));
      chip.setMinWidth(USE_PREF_SIZE);
      chip.setTooltip(new Tooltip(help(kind)));
      chip.setOnAction(event -> filter(kind));
      chips.put(kind, chip);
      getChildren().add(chip);
    }
    show((Lives) null);
  }

  /** What became of an image. */
  static String words(Kind kind) {
    return Words.of("life.kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  private static String help(Kind kind) {
    return switch (kind) {
      case EARLY -> Words.of("life.kind.early.help");
      case LATE -> Words.of("life.kind.late.help");
      case FORGOTTEN -> Words.of("life.kind.forgotten.help");
      case NEVER -> Words.of("life.kind.never.help");
    };
  }

  final void show(@Nullable Lives newLives) {
    lives = newLives;
    boolean known = newLives != null && newLives.size() > 1;
    setVisible(known);
    setManaged(known);
    if (newLives != null) {
      chips.forEach((kind, chip) ->
          chip.setText(
              Words.of("life.kind.count", words(kind), newLives.images(kind).cardinality())));
    }
  }

  private void filter(Kind kind) {
    if (lives != null) {
      show.accept(Filter.of(lives.images(kind), words(kind)));
    }
  }
}
