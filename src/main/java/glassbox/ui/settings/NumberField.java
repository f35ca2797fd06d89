package glassbox.ui.settings;

import glassbox.ui.controls.WhileShown;
import glassbox.ui.words.Worded;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Takes a number when it is complete: by Enter, or when the keyboard goes elsewhere. */
final class NumberField extends TextField implements Worded {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final NumberRule rule;
  private final Property<Number> value;
  private final Label problem = new Label();

  NumberField(NumberRule rule, Property<Number> value) {
    this.rule = rule;
    this.value = value;
    setPrefColumnCount(6);
    setOnAction(event -> take());
    focusedProperty()
        .addListener((property, before, now) -> {
          if (!now) {
            take();
          }
        });
    ChangeListener<Number> changed = (property, before, now) -> show();
    WhileShown.onShown(this, () -> value.addListener(changed), () -> value.removeListener(changed));
    show();
  }

  /** Why what was typed is not taken. */
  Label problem() {
    return problem;
  }

  /** Another language may have another decimal sign. What was refused stays to be mended. */
  @Override
  public void retell() {
    if (problem.getText().isEmpty()) {
      show();
    }
  }

  private void show() {
    setText(rule.words(value.getValue().doubleValue()));
    refuse("");
  }

  private void take() {
    refuse(rule.problem(getText()).orElse(""));
    if (problem.getText().isEmpty()) {
      value.setValue(rule.value(getText()));
    }
  }

  private void refuse(String why) {
    problem.setText(why);
    pseudoClassStateChanged(REFUSED, !why.isEmpty());
    setAccessibleText(why.isEmpty() ? rule.name() : rule.name() + ". " + why);
  }
}
