package glassbox.ui.controls;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;

/**
 * The wish to have what a card shows. It rises to the window, which knows of files and of the
 * clipboard: so cards need not.
 */
public final class ExportEvent extends Event {
  public static final EventType<ExportEvent> WISHED = new EventType<>(ANY, "EXPORT_WISHED");

  private static final long serialVersionUID = 1L;

  private final transient Exportable exportable;
  private final Form form;
  private final int scale;

  /** As what it is wanted. */
  public enum Form {
    PNG,
    SVG,
    CSV,
    CLIPBOARD
  }

  ExportEvent(EventTarget target, Exportable exportable, Form form, int scale) {
    super(target, target, WISHED);
    this.exportable = exportable;
    this.form = form;
    this.scale = scale;
  }

  public Exportable exportable() {
    return exportable;
  }

  public Form form() {
    return form;
  }

  /** Pixels of the picture for each point of the window. */
  public int scale() {
    return scale;
  }
}
