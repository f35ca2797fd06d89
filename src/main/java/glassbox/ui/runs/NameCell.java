package glassbox.ui.runs;

import glassbox.ui.words.Words;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A name with where the run comes from; it becomes a text field where the user asks for it. */
final class NameCell extends TreeTableCell<Line, String> {
  private final BooleanSupplier asked;
  private final Label name = new Label();
  private final Label origin = new Label();
  private final HBox content = new HBox(6, name, origin);
  private final TextField field = new TextField();

  /**
   * A cell.
   *
   * @param asked whether the user has asked to edit; a click on a selected line is not that
   */
  NameCell(BooleanSupplier asked) {
    this.asked = asked;
    origin.getStyleClass().add("run-origin");
    origin.setGraphic(new FontIcon(Feather.GIT_BRANCH));
    origin.setMinWidth(USE_PREF_SIZE);
    name.setMinWidth(40);
    content.setAlignment(Pos.CENTER_LEFT);
    field.setAccessibleText(Words.of("runs.name"));
    field.getStyleClass().add("run-name-field");
    field.setOnAction(event -> commitEdit(field.getText()));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener((property, before, focused) -> {
          if (!focused && isEditing()) {
            commitEdit(field.getText());
          }
        });
  }

  private @Nullable RunLine line() {
    return getTableRow() != null && getTableRow().getItem() instanceof RunLine run ? run : null;
  }

  @Override
  public void startEdit() {
    RunLine line = line();
    if (!asked.getAsBoolean() || line == null) {
      return;
    }
    super.startEdit();
    if (isEditing()) {
      field.setText(line.run().name());
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    setGraphic(content);
    getTreeTableView().requestFocus();
  }

  @Override
  public void commitEdit(String text) {
    boolean keyboardHere = field.isFocused();
    super.commitEdit(text);
    setGraphic(content);
    if (keyboardHere) {
      getTreeTableView().requestFocus();
    }
  }

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    if (empty || text == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    RunLine line = line();
    name.setText(line == null ? text : line.shortName());
    origin.setText(line == null ? "" : line.forkStep());
    origin.setVisible(!origin.getText().isEmpty());
    origin.setManaged(origin.isVisible());
    String whole = origin.isVisible() && line != null ? text + ", " + line.origin() : text;
    setAccessibleText(whole);
    setTooltip(new Tooltip(whole));
    setGraphic(isEditing() ? field : content);
  }
}
