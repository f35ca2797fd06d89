package glassbox.ui;

import glassbox.ui.confusion.ConfusionPane;
import glassbox.ui.gallery.ImagesPane;
import glassbox.ui.life.LifePane;
import glassbox.ui.session.TrainingSession;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the network gets wrong: the confusion matrix, the images behind it, and one of them. */
final class ErrorsView extends HBox {
  private static final double LEFT = 0.47;

  ErrorsView(TrainingSession session) {
    ConfusionPane confusion = new ConfusionPane(session);
    ImagesPane images = new ImagesPane(session);
    LifePane life = new LifePane(session);
    getStyleClass().addAll("train-view", "pane-row");
    VBox right = new VBox(images, life);
    right.getStyleClass().add("errors-right");
    share(images, 150);
    share(life, 330);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(300);
    right.setPrefWidth(300);
    confusion.setMinWidth(380);
    confusion.prefWidthProperty().bind(widthProperty().multiply(LEFT));
    getChildren().addAll(confusion, right);
  }

  private static void share(Region part, double least) {
    VBox.setVgrow(part, Priority.ALWAYS);
    part.setMinHeight(least);
    part.setPrefHeight(least);
  }
}
