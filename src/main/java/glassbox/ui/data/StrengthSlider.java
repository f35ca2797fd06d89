package glassbox.ui.data;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One strength: its name, a slider, its value with the unit. */
final class StrengthSlider extends HBox {
  private final Strength strength;
  private final AugmentationModel model;
  private final Slider slider = new Slider(0, 1, 0);
  private final Label value = new Label();
  private boolean showing;

  StrengthSlider(Strength strength, AugmentationModel model) {
    this.strength = strength;
    this.model = model;
    getStyleClass().add("strength");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(strength.words());
    name.setMinWidth(96);
    Choices.named(
        slider,
        "strength-" + strength.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        strength.help());
    slider.setBlockIncrement(0.02);
    slider.setMinWidth(80);
    HBox.setHgrow(slider, Priority.ALWAYS);
    value.setMinWidth(56);
    value.setAlignment(Pos.CENTER_RIGHT);
    value.getStyleClass().add("strength-value");
    getChildren().addAll(name, slider, value);
    slider.valueProperty().addListener(property -> moved());
    slider
        .valueChangingProperty()
        .addListener(property -> {
          if (!slider.isValueChanging()) {
            model.commit(slider);
          }
        });
    model.triedProperty().addListener(property -> show());
    show();
  }

  private void moved() {
    if (showing) {
      return;
    }
    model.tryOut(strength, strength.at(slider.getValue(), model.side()));
    if (!slider.isValueChanging()) { // by a key, or by a click beside the thumb
      model.commit(slider);
    }
  }

  /** The value that the model has; the thumb stays where the hand holds it. */
  void show() {
    double of = strength.of(model.triedProperty().get());
    value.setText(strength.text(of));
    boolean held = strength.at(slider.getValue(), model.side()) == of;
    if (!held) {
      showing = true;
      slider.setValue(strength.place(of, model.side()));
      showing = false;
    }
  }
}
