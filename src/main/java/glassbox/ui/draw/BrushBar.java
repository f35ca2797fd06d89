package glassbox.ui.draw;

import glassbox.ui.words.Words;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What one draws with, and taking back. */
final class BrushBar extends HBox {
  private static final double THINNEST = 0.02;
  private static final double WIDEST = 0.3;

  BrushBar(DrawModel model) {
    getStyleClass().add("brush-bar");
    setAlignment(Pos.CENTER_LEFT);
    Slider width = new Slider(THINNEST, WIDEST, model.brushWidthProperty().get());
    width.setId("brush-width");
    width.setPrefWidth(72);
    width.setMinWidth(40);
    width.setTooltip(new Tooltip(Words.of("draw.brush")));
    width.setAccessibleText(Words.of("draw.brush"));
    width.valueProperty().bindBidirectional(model.brushWidthProperty());
    HBox.setHgrow(width, Priority.ALWAYS);
    getChildren()
        .addAll(
            width,
            choice(
                "soft-brush",
                Words.of("draw.brush.soft"),
                Words.of("draw.brush.soft.help"),
                model.softProperty()),
            choice(
                "eraser",
                Words.of("draw.brush.erase"),
                Words.of("draw.brush.erase.help"),
                model.erasingProperty()),
            button("undo-line", Feather.CORNER_UP_LEFT, Words.of("draw.brush.undo"), model::undo),
            button("redo-line", Feather.CORNER_UP_RIGHT, Words.of("draw.brush.redo"), model::redo),
            button("clear-drawing", Feather.TRASH_2, Words.of("draw.brush.clear"), model::clear));
    enable("#undo-line", model.canUndoProperty());
    enable("#redo-line", model.canRedoProperty());
  }

  private void enable(String id, ObservableBooleanValue when) {
    lookup(id).disableProperty().bind(javafx.beans.binding.Bindings.not(when));
  }

  private static ToggleButton choice(String id, String words, String help, BooleanProperty value) {
    ToggleButton choice = new ToggleButton(words);
    choice.getStyleClass().add("chip");
    choice.setMinWidth(USE_PREF_SIZE);
    choice.selectedProperty().bindBidirectional(value);
    describe(choice, id, help);
    return choice;
  }

  private static Button button(String id, Feather icon, String help, Runnable deed) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("small-icon");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> deed.run());
    describe(button, id, help);
    return button;
  }

  private static void describe(ButtonBase control, String id, String help) {
    control.setId(id);
    control.setTooltip(new Tooltip(help));
    control.setAccessibleText(help.replaceAll(" {2}\\(.*", ""));
  }
}
