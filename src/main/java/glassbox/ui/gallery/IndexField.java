package glassbox.ui.gallery;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** Finds an image by its number. */
final class IndexField extends TextField {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final IntConsumer find;
  private int images;

  IndexField(IntConsumer find) {
    this.find = find;
    setId("images-search");
    setPromptText("# number");
    setPrefWidth(76);
    setMinWidth(64);
    getStyleClass().add("images-search");
    setAccessibleText("Find an image by its number");
    setOnAction(event -> search());
    textProperty().addListener(property -> pseudoClassStateChanged(REFUSED, false));
    setImages(0);
  }

  /** How many images there are. */
  final void setImages(int count) {
    images = count;
    setDisable(count == 0);
    setTooltip(new Tooltip(rule() + "  (Enter)"));
  }

  private String rule() {
    return String.format(
        Locale.ROOT, "Find an image by its number, 0 to %,d", Math.max(0, images - 1));
  }

  private void search() {
    String digits = getText().strip().replace("#", "").replace(",", "");
    boolean number = digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) < images;
    pseudoClassStateChanged(REFUSED, !number);
    setAccessibleText(number ? "Find an image by its number" : "No such image. " + rule());
    if (number) {
      find.accept(Integer.parseInt(digits));
    }
  }
}
