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
  /** In a view lower than this the images get the room of the one that is not chosen yet. */
  private static final double LOW = 640;

  private static final double LEAST_IMAGES = 188;
  private static final double LEAST_LIFE = 310;
  private static final double UNCHOSEN_LIFE = 206;

  private final TrainingSession session;
  private final LifePane life;
  private final VBox right;

  LinkedView(TrainingSession session) {
    this.session = session;
    ImagesPane images = new ImagesPane(session);
    life = new LifePane(session);
    getStyleClass().addAll("train-view", "pane-row");
    right = new VBox(images, life);
    right.getStyleClass().add("errors-right");
    share(images, LEAST_IMAGES, Priority.ALWAYS);
    share(life, LEAST_LIFE, Priority.ALWAYS);
    session.selection().imageProperty().addListener(property -> shareHeight());
    heightProperty().addListener(property -> shareHeight());
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

  private void shareHeight() {
    boolean small = getHeight() < LOW && session.selection().image() < 0;
    share(life, small ? UNCHOSEN_LIFE : LEAST_LIFE, small ? Priority.NEVER : Priority.ALWAYS);
  }

  private static void share(Region part, double least, Priority more) {
    VBox.setVgrow(part, more);
    part.setMinHeight(least);
    part.setPrefHeight(least);
  }
}
