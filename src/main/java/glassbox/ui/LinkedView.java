package glassbox.ui;

import glassbox.ui.gallery.ImagesPane;
import glassbox.ui.life.LifePane;
import glassbox.ui.session.TrainingSession;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A picture of all images at the left; the images picked out of it, and one of them, beside it. */
final class LinkedView extends HBox {
  private final VBox right;

  LinkedView(TrainingSession session) {
    ImagesPane images = new ImagesPane(session);
    LifePane life = new LifePane(session);
    getStyleClass().addAll("train-view", "pane-row");
    right = new VBox(images, life);
    right.getStyleClass().add("errors-right");
    share(images, 150);
    share(life, 330);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(300);
    right.setPrefWidth(300);
  }

  /** Shows the images and their lives beside this picture, which takes a share of the width. */
  LinkedView beside(Region left, double share) {
    left.setMinWidth(380);
    left.prefWidthProperty().bind(widthProperty().multiply(share));
    getChildren().setAll(left, right);
    return this;
  }

  private static void share(Region part, double least) {
    VBox.setVgrow(part, Priority.ALWAYS);
    part.setMinHeight(least);
    part.setPrefHeight(least);
  }
}
