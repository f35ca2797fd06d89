package glassbox.ui.data;

import glassbox.data.folder.Fit;
import glassbox.data.folder.ImportOptions;
import glassbox.data.folder.Inversion;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** How pictures become images: size, fit, inversion, share to test on. */
final class ImportForm extends FlowPane {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})\\s*[xX×]\\s*(\\d{1,4})");
  private static final Pattern SHARE =
      Pattern.compile("(\\d{1,2}(?:[.,]\\d+)?)[\\s\\u00a0\\u202f]*%?");

  private final Consumer<ImportOptions> use;
  private final Consumer<String> refuse;
  private final TextField size = new TextField("28x28");
  private final TextField share = new TextField(defaultShare());
  private final ComboBox<Fit> fit =
      Choices.chip(
          "import-fit",
          Words.of("data.import.fit.help"),
          fit -> Words.of("data.fit." + fit.name().toLowerCase(Locale.ROOT)));
  private final ComboBox<Inversion> inversion =
      Choices.chip(
          "import-invert",
          Words.of("data.import.invert.help"),
          inversion -> Words.of("data.invert." + inversion.name().toLowerCase(Locale.ROOT)));
  private ImportOptions options = ImportOptions.DEFAULT;

  /**
   * The defaults.
   *
   * @param use takes other options
   * @param refuse hears what is wrong with them
   */
  ImportForm(Consumer<ImportOptions> use, Consumer<String> refuse) {
    super(12, 8);
    this.use = use;
    this.refuse = refuse;
    fit.getItems().setAll(Fit.values());
    fit.setValue(options.fit());
    inversion.getItems().setAll(Inversion.values());
    inversion.setValue(options.inversion());
    Choices.named(size, "import-size", Words.of("data.import.size.help"));
    Choices.named(share, "import-share", Words.of("data.import.share.help"));
    size.setPrefColumnCount(5);
    share.setPrefColumnCount(4);
    getChildren()
        .addAll(
            named(Words.of("data.import.size"), size),
            named(Words.of("data.import.fit"), fit),
            named(Words.of("data.import.invert"), inversion),
            named(Words.of("data.import.share"), share));
    for (TextField field : new TextField[] {size, share}) {
      field.setOnAction(event -> changed());
      field.focusedProperty().addListener(property -> changed());
    }
    fit.valueProperty().addListener(property -> changed());
    inversion.valueProperty().addListener(property -> changed());
  }

  private static HBox named(String name, javafx.scene.Node control) {
    HBox pair = new HBox(8, new Label(name), control);
    pair.setAlignment(Pos.CENTER_LEFT);
    return pair;
  }

  private void changed() {
    try {
      ImportOptions wanted = read();
      if (!wanted.equals(options)) {
        options = wanted;
        use.accept(wanted);
      }
    } catch (IllegalArgumentException e) {
      refuse.accept(String.valueOf(e.getMessage()));
    }
  }

  private ImportOptions read() {
    Matcher sides = SIZE.matcher(size.getText().strip());
    if (!sides.matches()) {
      throw new IllegalArgumentException(Words.of("data.import.size.refused", size.getText()));
    }
    Matcher percent = SHARE.matcher(share.getText().strip());
    if (!percent.matches()) {
      throw new IllegalArgumentException(
          Words.of("data.import.share.refused", share.getText(), defaultShare()));
    }
    boolean isDefault = share.getText().equals(defaultShare());
    return ImportOptions.DEFAULT
        .withSize(Integer.parseInt(sides.group(2)), Integer.parseInt(sides.group(1)))
        .withFit(fit.getValue())
        .withInversion(inversion.getValue())
        .withTestShare(
            isDefault
                ? ImportOptions.DEFAULT.testShare()
                : Double.parseDouble(percent.group(1).replace(',', '.')) / 100);
  }

  private static String defaultShare() {
    return Figures.percent(ImportOptions.DEFAULT.testShare(), 1);
  }
}
