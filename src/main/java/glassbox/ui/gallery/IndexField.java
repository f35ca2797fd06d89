package glassbox.ui.gallery;

import glassbox.ui.words.Words;
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
    setPromptText(Words.of("gallery.find.prompt"));
    setPrefWidth(76);
    setMinWidth(64);
    getStyleClass().add("images-search");
    setAccessibleText(Words.of("gallery.find"));
    setOnAction(event -> search());
    textProperty().addListener(property -> pseudoClassStateChanged(REFUSED, false));
    setImages(0);
  }

  /** How many images there are. */
  final void setImages(int count) {
    images = count;
    setDisable(count == 0);
    setTooltip(new Tooltip(Words.of("gallery.find.help", rule())));
  }

  private String rule() {
    return Words.of("gallery.find.rule", Math.max(0, images - 1));
  }

  private void search() {
    String digits = getText().strip().replace("#", "").replace(",", "");
    boolean number = digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) < images;
    pseudoClassStateChanged(REFUSED, !number);
    setAccessibleText(number ? Words.of("gallery.find") : Words.of("gallery.find.refused", rule()));
    if (number) {
      find.accept(Integer.parseInt(digits));
    }
  }
}
