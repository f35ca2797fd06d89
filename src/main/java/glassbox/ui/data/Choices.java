package glassbox.ui.data;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** Small nodes that several cards of the pane have. */
final class Choices {
  private Choices() {}

  /** A choice among values, by their words. */
  static <T> ComboBox<T> chip(String id, String help, Function<T, String> words) {
    ComboBox<T> box = new ComboBox<>();
    box.getStyleClass().add("chip");
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the choice is not typed");
          }
        });
    return named(box, id, help);
  }

  /** Says what a control is for, to eyes and to screen readers. */
  static <T extends Control> T named(T control, String id, String help) {
    control.setId(id);
    control.setTooltip(new Tooltip(help));
    control.setAccessibleText(help);
    return control;
  }

  static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  /** What is missing and what to do, in the middle of a card. */
  static Label emptyState(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("empty-state");
    label.setWrapText(true);
    label.setMouseTransparent(true);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }
}
