package glassbox.ui.settings;

import glassbox.ui.controls.WhileShown;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Takes a folder that is typed or chosen, once it is known that it can be written to. */
final class FolderField extends HBox {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final SettingsPane.Line line;
  private final FolderDesk desk;
  private final Property<Path> value;
  private final TextField typed = new TextField();
  private final Label problem = new Label();

  FolderField(SettingsPane.Line line, FolderDesk desk, Property<Path> value) {
    super(8);
    this.line = line;
    this.desk = desk;
    this.value = value;
    setAlignment(Pos.CENTER_RIGHT);
    Button choose = new Button(Words.of("settings.folder.choose"));
    choose.setId(line.id() + "-choose");
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setTooltip(new Tooltip(Words.of("settings.folder.choose.help")));
    choose.setAccessibleText(Words.of("settings.folder.accessible", line.name()));
    choose.setOnAction(
        event -> desk.choose(line.name()).ifPresent(found -> take(found.toString())));
    HBox.setHgrow(typed, Priority.ALWAYS);
    typed.setPrefColumnCount(20);
    typed.setOnAction(event -> take(typed.getText()));
    typed
        .focusedProperty()
        .addListener((property, before, now) -> {
          if (!now) {
            take(typed.getText());
          }
        });
    ChangeListener<Path> changed = (property, before, now) -> show();
    WhileShown.onShown(this, () -> value.addListener(changed), () -> value.removeListener(changed));
    getChildren().addAll(typed, choose);
    show();
  }

  TextField typed() {
    return typed;
  }

  /** Why what was typed is not taken. */
  Label problem() {
    return problem;
  }

  private void show() {
    typed.setText(value.getValue().toString());
    refuse("");
  }

  /** Does nothing where it is the one already. */
  private void take(String folder) {
    if (folder.strip().equals(value.getValue().toString())) {
      show();
      return;
    }
    typed.setText(folder.strip());
    desk.check(folder.strip(), found -> checked(folder.strip(), found));
  }

  private void checked(String folder, Optional<String> found) {
    if (!typed.getText().equals(folder)) {
      return; // another one has been typed meanwhile
    }
    refuse(found.orElse(""));
    if (found.isEmpty()) {
      value.setValue(Path.of(folder));
    }
  }

  private void refuse(String why) {
    problem.setText(why);
    typed.pseudoClassStateChanged(REFUSED, !why.isEmpty());
    typed.setAccessibleText(why.isEmpty() ? line.name() : line.name() + ". " + why);
  }
}
