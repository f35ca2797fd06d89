package glassbox.ui.controls;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/**
 * Where a text may be cut in a narrow window, or in a language of long words, its tooltip has it
 * whole.
 */
public final class WholeText {
  private WholeText() {}

  /** Gives a label the tooltip, unless it has one that says more. */
  public static void onHover(Labeled label) {
    if (label.getTooltip() == null) {
      Tooltip whole = new Tooltip();
      whole.textProperty().bind(label.textProperty());
      label.setTooltip(whole);
    }
  }
}
