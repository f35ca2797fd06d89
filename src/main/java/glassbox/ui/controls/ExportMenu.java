package glassbox.ui.controls;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu of a card that takes out what the card shows. */
final class ExportMenu extends MenuButton {
  private static final int COPY_SCALE = 2;

  private final Exportable exportable;

  ExportMenu(Exportable exportable) {
    super("", new FontIcon(Feather.SHARE));
    this.exportable = exportable;
    setId("export-" + exportable.name());
    getStyleClass().addAll("chip", "export-menu");
    setTooltip(new Tooltip("Save or copy this picture and its data"));
    setAccessibleText("Save or copy " + exportable.name());
    add("Copy picture", ExportEvent.Form.CLIPBOARD, COPY_SCALE);
    add("Save picture…", ExportEvent.Form.PNG, 1);
    add("Save picture, twice as large…", ExportEvent.Form.PNG, 2);
    add("Save picture, four times as large…", ExportEvent.Form.PNG, 4);
    if (exportable.svg() != null) {
      add("Save drawing (SVG)…", ExportEvent.Form.SVG, 1);
    }
    if (exportable.csv() != null) {
      add("Save data as CSV…", ExportEvent.Form.CSV, 1);
    }
  }

  private void add(String words, ExportEvent.Form form, int scale) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> fireEvent(new ExportEvent(this, exportable, form, scale)));
    getItems().add(item);
  }
}
