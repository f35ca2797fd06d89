package glassbox.ui.controls;

import glassbox.ui.words.Words;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu of a card that takes out what the card shows. */
public final class ExportMenu extends MenuButton {
  /** The style class by which one is found. */
  public static final String STYLE = "export-menu";

  private static final int COPY_SCALE = 2;

  private final Exportable exportable;

  ExportMenu(Exportable exportable) {
    super("", new FontIcon(Feather.SHARE));
    this.exportable = exportable;
    setId("export-" + exportable.name());
    getStyleClass().addAll("chip", STYLE);
    setTooltip(new Tooltip(Words.of("controls.export")));
    setAccessibleText(Words.of("controls.export.accessible", exportable.name()));
    add(Words.of("controls.export.copy"), ExportEvent.Form.CLIPBOARD, COPY_SCALE);
    add(Words.of("controls.export.png"), ExportEvent.Form.PNG, 1);
    add(Words.of("controls.export.png2"), ExportEvent.Form.PNG, 2);
    add(Words.of("controls.export.png4"), ExportEvent.Form.PNG, 4);
    if (exportable.svg() != null) {
      add(Words.of("controls.export.svg"), ExportEvent.Form.SVG, 1);
    }
    if (exportable.csv() != null) {
      add(Words.of("controls.export.csv"), ExportEvent.Form.CSV, 1);
    }
  }

  private void add(String words, ExportEvent.Form form, int scale) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> fireEvent(new ExportEvent(this, exportable, form, scale)));
    getItems().add(item);
  }
}
