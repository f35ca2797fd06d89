package glassbox.ui;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file or folder can be dropped anywhere on the window. */
final class FileDrop {
  private final Consumer<String> use;

  private FileDrop(Consumer<String> use) {
    this.use = use;
  }

  /**
   * Accepts files on a scene.
   *
   * @param use takes the path of the first one
   */
  static void on(Scene scene, Consumer<String> use) {
    FileDrop drop = new FileDrop(use);
    scene.setOnDragOver(FileDrop::accept);
    scene.setOnDragDropped(drop::dropped);
  }

  private static void accept(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      use.accept(files.getFirst().getPath());
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
