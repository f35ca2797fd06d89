package glassbox.ui.curves;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.ScaledAxis;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.TrainingSession;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The loss and the accuracy of the run that is shown, side by side. */
public final class CurvesPane extends HBox {
  private final ToggleButton logarithmic = new ToggleButton("log");

  public CurvesPane(TrainingSession session, FrameClock clock) {
    getStyleClass().add("pane-row");
    CurveCard loss =
        new CurveCard(
            new CurveCard.Measure(
                "Loss", History::loss, ValidationPoint::loss, CurvesPane::lossText, true),
            CurvesPane::shortText,
            this::lossBounds);
    CurveCard accuracy =
        new CurveCard(
            new CurveCard.Measure(
                "Accuracy",
                History::accuracy,
                ValidationPoint::accuracy,
                value -> String.format(Locale.ROOT, "%.1f%%", 100 * value),
                false),
            value -> Math.round(100 * value) + "%",
            CurvesPane::accuracyBounds);
    loss.card().action(logarithmicButton(loss));
    accuracy.card().action(smoothingRemark(accuracy.card()));
    for (CurveCard curve : List.of(loss, accuracy)) {
      HBox.setHgrow(curve.card(), Priority.ALWAYS);
      getChildren().add(curve.card());
      clock.add(curve::look);
      session.runProperty().addListener((property, before, now) -> curve.show(now));
    }
  }

  private ToggleButton logarithmicButton(CurveCard loss) {
    logarithmic.getStyleClass().add("chip");
    logarithmic.setId("logarithmic");
    logarithmic.setTooltip(
        new Tooltip("Logarithmic loss axis: small losses are told apart as well as large ones"));
    logarithmic.setAccessibleText("Logarithmic loss axis");
    logarithmic.setSelected(true);
    loss.valueAxis().logarithmicProperty().bind(logarithmic.selectedProperty());
    logarithmic.selectedProperty().addListener((property, before, now) -> loss.redraw());
    return logarithmic;
  }

  private static Label smoothingRemark(Card card) {
    Label remark = new Label("smoothing " + CurveCard.SMOOTHING);
    remark.getStyleClass().addAll("chip", "remark");
    remark.setMinWidth(Label.USE_PREF_SIZE);
    remark.visibleProperty().bind(card.widthProperty().greaterThan(400));
    remark.managedProperty().bind(remark.visibleProperty());
    remark.setTooltip(
        new Tooltip(
            "The thick line is a moving average: each step counts 0.97 times as much as the"
                + " next."));
    return remark;
  }

  /** Whether the loss is drawn on a logarithmic axis. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic.selectedProperty();
  }

  /** From a third of the smallest smoothed value to the largest; thinner raw dips are cut off. */
  private void lossBounds(ScaledAxis axis, CurveData curve, List<ValidationPoint> validations) {
    double smallest = curve.smallestSmoothed();
    double largest = curve.largest();
    for (ValidationPoint point : validations) {
      smallest = Double.isNaN(smallest) ? point.loss() : Math.min(smallest, point.loss());
      largest = Double.isNaN(largest) ? point.loss() : Math.max(largest, point.loss());
    }
    largest = Double.isNaN(largest) ? 3 : Math.max(largest, 1e-3);
    smallest = Double.isNaN(smallest) ? 1 : Math.max(smallest, 1e-6);
    if (logarithmic.isSelected()) {
      axis.setBounds(roundedDown(Math.min(smallest / 2, largest / 10)), largest * 1.1);
    } else {
      axis.setBounds(0, largest * 1.05);
    }
  }

  /** To one digit, so that the axis does not move all the time. */
  private static double roundedDown(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    return Math.max(1, Math.floor(value / power)) * power;
  }

  /**
   * From 0 %, or from 50 % once the network is well above it and the upper half is what matters.
   */
  private static void accuracyBounds(
      ScaledAxis axis, CurveData curve, List<ValidationPoint> validations) {
    axis.setBounds(curve.now() > 0.75 ? 0.5 : 0, 1);
  }

  private static String lossText(double value) {
    return String.format(Locale.ROOT, value < 0.01 ? "%.4f" : "%.3f", value);
  }

  /** As few digits as it takes. */
  private static String shortText(double value) {
    return java.math.BigDecimal.valueOf(value)
        .round(new java.math.MathContext(2))
        .stripTrailingZeros()
        .toPlainString();
  }
}
