package glassbox.ui.curves;

import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Chooses how strongly the lines are smoothed. */
final class SmoothingControl extends HBox {
  static final double DEFAULT = 0.97;
  static final double MOST = 0.999;

  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", DEFAULT);
  private final Slider slider = new Slider(0, 1, place(DEFAULT));
  private final Label words = new Label();

  SmoothingControl() {
    getStyleClass().add("smoothing");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(Region.USE_PREF_SIZE);
    words.getStyleClass().add("smoothing-words");
    words.setMinWidth(Region.USE_PREF_SIZE);
    slider.setId("smoothing");
    slider.setAccessibleText(Words.of("curves.smoothing.accessible"));
    slider.setBlockIncrement(0.05);
    words.managedProperty().bind(words.visibleProperty());
    Tooltip tooltip = new Tooltip();
    slider.setTooltip(tooltip);
    words.setTooltip(tooltip);
    getChildren().addAll(words, slider);
    slider.valueProperty().addListener((property, before, now) -> slid(now.doubleValue()));
    smoothing.addListener((property, before, now) -> show(tooltip));
    show(tooltip);
  }

  /** Whether there is room for words beside the slider. */
  BooleanProperty wordyProperty() {
    return words.visibleProperty();
  }

  DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Half the way is 0.97: the strong smoothings, which differ most, have the more room. */
  static double place(double smoothing) {
    return Math.log(1 - smoothing) / Math.log(1 - MOST);
  }

  /** To two digits, or to three where those tell more. */
  static double smoothingAt(double place) {
    double exact = 1 - Math.pow(1 - MOST, place);
    return BigDecimal.valueOf(exact)
        .setScale(exact > 0.98 ? 3 : 2, RoundingMode.HALF_UP)
        .doubleValue();
  }

  private void slid(double place) {
    if (smoothingAt(place(smoothing.get())) != smoothingAt(place)) {
      smoothing.set(smoothingAt(place));
    }
  }

  private void show(Tooltip tooltip) {
    double value = Math.clamp(smoothing.get(), 0, MOST);
    if (value != smoothing.get()) {
      smoothing.set(value); // comes back here
      return;
    }
    if (smoothingAt(slider.getValue()) != value) {
      slider.setValue(place(value));
    }
    words.setText(Words.of("curves.smoothing", text(value)));
    tooltip.setText(
        value == 0
            ? Words.of("curves.smoothing.none")
            : Words.of("curves.smoothing.help", text(value)));
  }

  private static String text(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return Figures.decimal(value, Math.max(0, rounded.scale()));
  }
}
