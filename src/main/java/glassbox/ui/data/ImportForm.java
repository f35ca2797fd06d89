package glassbox.ui.data;

import glassbox.data.folder.Fit;
import glassbox.data.folder.ImportOptions;
import glassbox.data.folder.Inversion;
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
  private static final Pattern SHARE = Pattern.compile("(\\d{1,2}(?:\\.\\d+)?)\\s*%?");

  private final Consumer<ImportOptions> use;
  private final Consumer<String> refuse;
  private final TextField size = new TextField("28x28");
  private final TextField share = new TextField("16.7 %");
  private final ComboBox<Fit> fit =
      Choices.chip("import-fit", "How pictures of another shape become images", Fit::words);
  private final ComboBox<Inversion> inversion =
      Choices.chip(
          "import-invert",
          "Whether dark becomes bright; automatic: where most pictures are dark on bright",
          Inversion::words);
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
    Choices.named(size, "import-size", "Width x height of the images; Enter reads them anew");
    Choices.named(
        share, "import-share", "Share of each class to test on where no folder test says so");
    size.setPrefColumnCount(5);
    share.setPrefColumnCount(4);
    getChildren()
        .addAll(
            named("Size", size),
            named("Fit", fit),
            named("Invert", inversion),
            named("To test on", share));
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
      throw new IllegalArgumentException(
          "The size is width x height such as 28x28, got " + size.getText());
    }
    Matcher percent = SHARE.matcher(share.getText().strip());
    if (!percent.matches()) {
      throw new IllegalArgumentException(
          "The share to test on is a percentage such as 16.7 %, got " + share.getText());
    }
    boolean isDefault = share.getText().equals(defaultShare());
    return ImportOptions.DEFAULT
        .withSize(Integer.parseInt(sides.group(2)), Integer.parseInt(sides.group(1)))
        .withFit(fit.getValue())
        .withInversion(inversion.getValue())
        .withTestShare(
            isDefault
                ? ImportOptions.DEFAULT.testShare()
                : Double.parseDouble(percent.group(1)) / 100);
  }

  private static String defaultShare() {
    return String.format(Locale.ROOT, "%.1f %%", 100 * ImportOptions.DEFAULT.testShare());
  }
}
