package glassbox.ui.life;

import glassbox.analysis.Lives;
import glassbox.analysis.Lives.Kind;
import glassbox.ui.session.Filter;
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

  private static String help(Kind kind) {
    return switch (kind) {
      case EARLY -> "Answered correctly for good from within the first quarter of the run";
      case LATE -> "Answered correctly for good from a later step on";
      case FORGOTTEN -> "Answered correctly once, but not at the end";
      case NEVER -> "Not answered correctly at any step that is known";
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
              String.format(
                  Locale.ROOT, "%s: %,d", kind.words(), newLives.images(kind).cardinality())));
    }
  }

  private void filter(Kind kind) {
    if (lives != null) {
      show.accept(Filter.of(lives.images(kind), kind.words()));
    }
  }
}
