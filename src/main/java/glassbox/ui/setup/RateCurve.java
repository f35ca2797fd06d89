package glassbox.ui.setup;

import glassbox.data.ImageDataset;
import glassbox.training.Recipe;
import glassbox.ui.controls.WholeText;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

/** The learning rate over the run, small. */
final class RateCurve extends VBox {
  private static final double HEIGHT = 36;
  private static final int POINTS = 120;

  private final Polyline line = new Polyline();
  private final Pane plot = new Pane(line);
  private final Label words = new Label();

  RateCurve() {
    getStyleClass().add("rate-curve");
    line.getStyleClass().add("rate-line");
    plot.setMinHeight(HEIGHT);
    plot.setPrefHeight(HEIGHT);
    words.getStyleClass().add("rate-words");
    WholeText.onHover(words);
    words.setId("rate-words");
    getChildren().addAll(plot, words);
  }

  void show(Recipe recipe, ImageDataset data) {
    // of data that are smaller than those before, until the recipe follows, no step may be left
    long perEpoch = Math.max(1, recipe.stepsPerEpoch(data.train().count()));
    long steps = Math.max(1, recipe.totalSteps(data.train().count()));
    double base = recipe.optimizer().learningRate();
    double[] rates = new double[POINTS];
    double largest = 0;
    for (int i = 0; i < POINTS; i++) {
      long step = (steps - 1) * i / (POINTS - 1);
      rates[i] = recipe.schedule().at(base, step, step / perEpoch, steps);
      largest = Math.max(largest, rates[i]);
    }
    line.getPoints().clear();
    for (int i = 0; i < POINTS; i++) {
      line.getPoints().add(i * 240.0 / (POINTS - 1));
      line.getPoints().add(2 + (HEIGHT - 4) * (1 - rates[i] / largest));
    }
    words.setText(
        Words.of(
            "setup.rate",
            Figures.formatted("%.3g", rates[0]),
            Figures.formatted("%.3g", rates[POINTS - 1])));
    setAccessibleText(words.getText());
  }
}
