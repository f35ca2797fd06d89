package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.ui.controls.ScreenPixels;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** As many tiles as there is room for, in rows; arrow keys go from one to the next. */
final class TileGrid extends Region {
  private static final double GAP = 4;
  private static final double ROW_GAP = 6;
  private static final double WIDEST_ROW_GAP = 26;
  private static final int TILES_A_FRAME = 5;

  private final IntConsumer open;
  private boolean shortNames = true;
  private double tileWidth;
  private double tileHeight;
  private double overhang;
  private Runnable onRoomChange = () -> {};
  private Runnable wanted = () -> {};

  TileGrid(IntConsumer open) {
    this.open = open;
    getStyleClass().add("tile-grid");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setMinSize(100, 80);
    setNames(List.of("0"));
    widthProperty().addListener(property -> onRoomChange.run());
    heightProperty().addListener(property -> onRoomChange.run());
    addEventHandler(KeyEvent.KEY_PRESSED, this::moveFocus);
  }

  /** Called when another number of tiles would fit. */
  void setOnRoomChange(Runnable action) {
    onRoomChange = action;
  }

  /** Fits the tiles' width and lines to the class names. */
  final void setNames(List<String> classNames) {
    wanted = () -> {};
    shortNames = classNames.stream().allMatch(name -> name.length() <= 2);
    tileWidth = shortNames ? 70 : 92;
    overhang = shortNames ? (tileWidth - Tile.IMAGE) / 2 : 0;
    tileHeight = Tile.IMAGE + captionHeight();
    getChildren().clear();
  }

  private double captionHeight() {
    return shortNames ? 22 : 54;
  }

  /** Images are as high as whole pixels of the screen let them be. */
  private void fitTo(ImageSet images) {
    double perPoint = ScreenPixels.perPoint(this);
    int multiple = ScreenPixels.multiple(images.height(), images.width(), Tile.IMAGE, perPoint);
    double height = images.height() * multiple / perPoint + captionHeight();
    if (height != tileHeight) {
      tileHeight = height;
      requestLayout();
      Platform.runLater(onRoomChange);
    }
  }

  private int columns() {
    return Math.max(1, (int) ((getWidth() + 2 * overhang + GAP) / (tileWidth + GAP)));
  }

  /** How many tiles fit. */
  int room() {
    int rows = (int) ((getHeight() + ROW_GAP) / (tileHeight + ROW_GAP));
    return columns() * Math.max(1, rows);
  }

  /**
   * Shows these images, in this order. New tiles are made a few at a time, because the first sight
   * of one costs a frame.
   */
  void show(Predictions predictions, List<Integer> images, List<String> classNames) {
    if (getChildren().size() > images.size()) {
      getChildren().remove(images.size(), getChildren().size());
    }
    wanted = () -> show(predictions, images, classNames);
    fitTo(predictions.images());
    int made = 0;
    while (getChildren().size() < images.size() && made++ < TILES_A_FRAME) {
      getChildren().add(new Tile(shortNames, tileWidth, open));
    }
    for (int i = 0; i < getChildren().size(); i++) {
      ((Tile) getChildren().get(i)).show(predictions, images.get(i), classNames);
    }
    if (getChildren().size() < images.size()) {
      Runnable rest = wanted;
      Platform.runLater(() -> {
        if (rest == wanted) { // nothing newer has come
          rest.run();
        }
      });
    }
  }

  void clear() {
    wanted = () -> {};
    getChildren().clear();
  }

  @Override
  protected void layoutChildren() {
    int columns = columns();
    double room = getWidth() + 2 * overhang;
    double spread = columns == 1 ? 0 : (room - columns * tileWidth) / (columns - 1);
    double gap = Math.min(spread, 5 * GAP);
    int rows = room() / columns;
    double rowGap =
        rows == 1
            ? ROW_GAP
            : Math.clamp((getHeight() - rows * tileHeight) / (rows - 1), ROW_GAP, WIDEST_ROW_GAP);
    int index = 0;
    for (Node tile : getChildren()) {
      double x = index % columns * (tileWidth + gap) - overhang;
      double y = (double) (index / columns) * (tileHeight + rowGap);
      tile.resizeRelocate(Math.round(x), Math.round(y), tileWidth, tileHeight);
      index++;
    }
  }

  private void moveFocus(KeyEvent event) {
    int at = getChildren().indexOf(getScene().getFocusOwner());
    int to =
        switch (event.getCode()) {
          case LEFT -> at - 1;
          case RIGHT -> at + 1;
          case UP -> at - columns();
          case DOWN -> at + columns();
          default -> -1;
        };
    if (at >= 0 && to >= 0 && to < getChildren().size()) {
      getChildren().get(to).requestFocus();
      event.consume();
    }
  }
}
