package glassbox.ui.settings;

import glassbox.ui.controls.ProgramFile;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Settings, a line each: its name, its control, and when a change takes effect. Whoever makes the
 * pane adds the lines; each shows a property and changes it.
 */
public final class SettingsPane extends VBox {
  private final VBox lines = new VBox();
  private final FlowPane deeds = new FlowPane(8, 8);
  private final Label words = new Label();

  /**
   * What a line says beside its control.
   *
   * @param id of the control, for tests and for help
   * @param name of the setting
   * @param hint what it does and when a change takes effect
   */
  public record Line(String id, String name, String hint) {}

  /** A pane without lines. */
  public SettingsPane() {
    setId("settings-pane");
    getStyleClass().addAll("card-pane", "settings-pane");
    getStylesheets().add(ProgramFile.beside(SettingsPane.class, "settings.css"));
    setFocusTraversable(true);
    setAccessibleText(Words.of("settings.title"));
    Label title = new Label(Words.of("settings.title"));
    title.getStyleClass().add("card-title");
    lines.getStyleClass().add("settings-lines");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("settings-scroll");
    scroll.setFocusTraversable(false); // its lines have the keyboard
    VBox.setVgrow(scroll, Priority.ALWAYS);
    words.setId("settings-words");
    words.getStyleClass().add("settings-words");
    words.setWrapText(true);
    words.managedProperty().bind(words.textProperty().isNotEmpty());
    getChildren().addAll(title, scroll, words, deeds);
  }

  /** Lines that follow belong together under this title. */
  public void section(String title) {
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    lines.getChildren().add(label);
  }

  /** One of several. */
  public <T> void choice(Line line, List<T> all, Property<T> value) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(all);
    box.valueProperty().bindBidirectional(value);
    add(line, box);
  }

  /** On or off. */
  public void truth(Line line, Property<Boolean> value) {
    CheckBox box = new CheckBox();
    box.selectedProperty().bindBidirectional(value);
    add(line, box);
  }

  /** A number within bounds. */
  public void number(Line line, NumberRule rule, Property<Number> value) {
    add(line, new NumberField(rule, value));
  }

  /** A folder, typed or chosen, that files can be written to. */
  public void folder(Line line, FolderDesk desk, Property<Path> value) {
    FolderField field = new FolderField(line, desk, value);
    dress(line, field.typed());
    lines.getChildren().add(new SettingLine(line, field, field.problem()));
  }

  private void add(Line line, Control control) {
    dress(line, control);
    Label problem = control instanceof NumberField number ? number.problem() : new Label();
    lines.getChildren().add(new SettingLine(line, control, problem));
  }

  private static void dress(Line line, Control control) {
    control.setId(line.id());
    control.setTooltip(new Tooltip(line.hint()));
    control.setAccessibleText(line.name());
    control.setAccessibleHelp(line.hint());
  }

  /** Something to do, as a button below the lines. */
  public Button deed(Line line, Runnable does) {
    Button button = new Button(line.name());
    button.setId(line.id());
    button.setTooltip(new Tooltip(line.hint()));
    button.setAccessibleText(line.hint());
    button.setOnAction(event -> does.run());
    deeds.getChildren().add(button);
    return button;
  }

  /** Says what has become of a deed. */
  public void say(String text) {
    words.setText(text);
  }
}
