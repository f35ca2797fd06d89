package glassbox.ui.runs;

import glassbox.ui.words.Words;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A part of what a line says, in words. */
final class FactsCell extends TreeTableCell<Line, Facts> {
  /** In a narrower cell an icon alone says what has become of a run; its tooltip has the words. */
  private static final double ROOM_FOR_WORDS = 90;

  private final Function<Facts, String> words;
  private final boolean withTooltip;

  private FactsCell(Function<Facts, String> words, Pos where, boolean withTooltip) {
    this.words = words;
    this.withTooltip = withTooltip;
    setAlignment(where);
  }

  /** A figure, at the right. */
  static FactsCell figure(Function<Facts, String> words) {
    return new FactsCell(words, Pos.CENTER_RIGHT, false);
  }

  /** A text that may be too long to be seen whole. */
  static FactsCell text(Function<Facts, String> words) {
    return new FactsCell(words, Pos.CENTER_LEFT, true);
  }

  @Override
  protected void updateItem(@Nullable Facts facts, boolean empty) {
    super.updateItem(facts, empty);
    String text = empty || facts == null ? "" : Words.anew(words.apply(facts));
    setText(text);
    if (withTooltip) {
      setTooltip(text.isEmpty() ? null : new Tooltip(text));
    }
  }

  /**
   * What has become of a run, with an icon and words where there is room, and why where it is
   * damaged.
   */
  static TreeTableCell<Line, Facts> standing() {
    return new TreeTableCell<>() {
      private final FontIcon icon = new FontIcon();

      {
        contentDisplayProperty()
            .bind(
                Bindings.when(widthProperty().lessThan(ROOM_FOR_WORDS))
                    .then(ContentDisplay.GRAPHIC_ONLY)
                    .otherwise(ContentDisplay.LEFT));
      }

      @Override
      protected void updateItem(@Nullable Facts facts, boolean empty) {
        super.updateItem(facts, empty);
        getStyleClass().remove("run-trouble");
        if (empty || facts == null) {
          setText(null);
          setGraphic(null);
          setTooltip(null);
          return;
        }
        Standing standing = facts.standing();
        icon.setIconCode(standing.icon());
        setText(standing.words());
        setAccessibleText(standing.words());
        setGraphic(icon);
        String reason = RunTable.reason(getTableRow() == null ? null : getTableRow().getItem());
        setTooltip(new Tooltip(reason.isEmpty() ? standing.words() : reason));
        if (standing.isTrouble()) {
          getStyleClass().add("run-trouble");
        }
      }
    };
  }
}
