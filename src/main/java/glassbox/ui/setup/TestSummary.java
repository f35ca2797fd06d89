package glassbox.ui.setup;

import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.Predictions;
import glassbox.ui.controls.WholeText;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the network does on the test set at this moment, in two lines. */
final class TestSummary extends VBox {
  private final Label accuracy = new Label("–");
  private final Label confused = new Label("–");

  TestSummary() {
    getStyleClass().add("test-summary");
    accuracy.getStyleClass().add("test-accuracy");
    accuracy.setId("test-accuracy");
    confused.setId("most-confused");
    WholeText.onHover(confused);
    getChildren()
        .addAll(
            row(Words.of("setup.test.accuracy"), accuracy),
            row(Words.of("setup.test.confused"), confused));
  }

  private static HBox row(String name, Label value) {
    Label left = new Label(name);
    left.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, left, space, value);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  void show(@Nullable Predictions predictions, List<String> classNames) {
    if (predictions == null) {
      accuracy.setText("–");
      confused.setText("–");
      return;
    }
    accuracy.setText(Figures.percent(predictions.accuracy(), 2));
    boolean shortNames = classNames.stream().allMatch(name -> name.length() <= 2);
    String worst =
        new ConfusionMatrix(predictions)
            .worst(shortNames ? 2 : 1).stream()
                .map(c -> classNames.get(c.truth()) + " → " + classNames.get(c.answer()))
                .collect(Collectors.joining(", "));
    confused.setText(worst.isEmpty() ? Words.of("setup.test.nothing") : worst);
  }
}
