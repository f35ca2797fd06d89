package glassbox.ui.data;

import glassbox.ui.controls.CanvasFont;
import glassbox.ui.controls.CrispCanvas;
import glassbox.ui.controls.GrayImages;
import glassbox.ui.controls.ScreenPixels;
import glassbox.ui.controls.ThemeColours;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Any number of images in rows; only those in sight are made and drawn. A click or the arrow keys
 * choose one.
 */
final class ImageGrid extends Region implements Worded {
  private static final double BAR = 14;
  private static final double SHORTEST_THUMB = 28;
  private static final int REMEMBERED = 1536;

  private final CrispCanvas canvas = new CrispCanvas();
  private final ScrollBar bar = new ScrollBar();
  private final ThemeColours colours = new ThemeColours(this::draw, "text", "accent");
  private final CanvasFont font = new CanvasFont(11, FontWeight.NORMAL);
  private final Map<Integer, Drawn> drawn =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Drawn> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Cells cells = Cells.NONE;
  private final GridLayout.Size size;
  private GridLayout layout;
  private double canvasWidth;
  private int chosen = -1;
  private IntConsumer onChoose = index -> {};

  private record Drawn(List<Image> images, String caption) {}

  /**
   * An empty grid.
   *
   * @param points about how long the longer side of an image is to be; 0: as long as all fit
   * @param captions whether there is a line below each
   */
  ImageGrid(int points, boolean captions) {
    size = new GridLayout.Size(points, captions, 1);
    layout = GridLayout.of(cells, 1, 1, size);
    getStyleClass().addAll("image-grid", "uses-arrows");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setMinSize(120, 80);
    setClip(new Rectangle());
    bar.setOrientation(Orientation.VERTICAL);
    bar.valueProperty().addListener(property -> draw());
    getChildren().addAll(colours, canvas, bar);
    setOnScroll(event -> bar.setValue(clampScroll(bar.getValue() - event.getDeltaY())));
    setOnMousePressed(event -> {
      requestFocus();
      choose(layout.at(event.getX(), event.getY() + bar.getValue()));
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::moved);
    focusedProperty().addListener(property -> draw());
  }

  /** Called with what the user chooses. */
  void setOnChoose(IntConsumer action) {
    onChoose = action;
  }

  /** Shows other cells from their beginning, or the same ones anew where they were. */
  void show(Cells newCells) {
    boolean same = newCells.count() == cells.count();
    cells = newCells;
    drawn.clear();
    if (!same) {
      chosen = -1;
      bar.setValue(0);
    }
    setAccessibleText(Words.of("data.count", cells.count()));
    requestLayout();
  }

  Cells cells() {
    return cells;
  }

  int chosen() {
    return chosen;
  }

  /** Marks a cell and brings it into sight; -1 for none. */
  void mark(int index) {
    chosen = index < cells.count() ? index : -1;
    if (chosen >= 0) {
      setAccessibleText(cells.source().at(chosen).spoken());
      reveal();
    }
    draw();
  }

  private void reveal() {
    double top = layout.y(chosen) - GridLayout.GAP / 2;
    if (top < bar.getValue()) {
      bar.setValue(clampScroll(top));
    } else if (top + layout.cellHeight() > bar.getValue() + getHeight()) {
      bar.setValue(clampScroll(top + layout.cellHeight() - getHeight()));
    }
  }

  private double clampScroll(double value) {
    return Math.clamp(value, 0, Math.max(0, layout.height() - getHeight()));
  }

  private void choose(int index) {
    if (index >= 0 && index < cells.count()) {
      mark(index);
      onChoose.accept(index);
    }
  }

  private void moved(KeyEvent event) {
    int page = layout.columns() * Math.max(1, (int) (getHeight() / layout.cellHeight()));
    int last = cells.count() - 1;
    int to =
        switch (event.getCode()) {
          case LEFT -> chosen - 1;
          case RIGHT -> chosen + 1;
          case UP -> chosen - layout.columns();
          case DOWN -> chosen < 0 ? 0 : chosen + layout.columns();
          case PAGE_UP -> Math.max(0, chosen - page);
          case PAGE_DOWN -> Math.min(last, chosen + page);
          case HOME -> 0;
          case END -> last;
          default -> Integer.MIN_VALUE;
        };
    if (to != Integer.MIN_VALUE) {
      choose(to);
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    int before = layout.multiple();
    GridLayout.Size shown = size.on(ScreenPixels.perPoint(this));
    layout = GridLayout.of(cells, width, height, shown);
    boolean scrolls = layout.height() > height;
    if (scrolls) {
      layout = GridLayout.of(cells, width - BAR, height, shown);
    }
    if (layout.multiple() != before) {
      drawn.clear();
    }
    bar.setVisible(scrolls);
    bar.setMax(Math.max(0, layout.height() - height));
    double share = Math.max(height / Math.max(1, layout.height()), SHORTEST_THUMB / height);
    bar.setVisibleAmount(bar.getMax() * Math.min(1, share));
    bar.setUnitIncrement(layout.cellHeight());
    bar.setBlockIncrement(height);
    bar.setValue(clampScroll(bar.getValue()));
    bar.resizeRelocate(width - BAR, 0, BAR, height);
    canvasWidth = Math.max(0, scrolls ? width - BAR : width);
    if (getClip() instanceof Rectangle clip) {
      clip.setWidth(width);
      clip.setHeight(height);
    }
    draw();
  }

  private void draw() {
    GraphicsContext pen = canvas.open(canvasWidth, Math.floor(getHeight()));
    pen.setImageSmoothing(false);
    pen.setFont(font.font());
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.TOP);
    int first = ((int) (bar.getValue() / layout.cellHeight())) * layout.columns();
    double bottom = bar.getValue() + getHeight();
    for (int i = first; i < cells.count() && layout.y(i) < bottom; i++) {
      draw(pen, i);
    }
  }

  private void draw(GraphicsContext pen, int index) {
    Drawn cell = drawn.computeIfAbsent(index, this::made);
    double y = canvas.snapped(layout.y(index) - bar.getValue());
    double room = layout.cellWidth() - GridLayout.GAP;
    double x = canvas.snapped(layout.x(index) + (room - layout.imagesWidth()) / 2);
    double at = x;
    double high = 0;
    for (Image image : cell.images()) {
      double wide = image.getWidth() / layout.perPoint();
      high = image.getHeight() / layout.perPoint();
      pen.drawImage(image, at, y, wide, high);
      at = canvas.snapped(at + wide + GridLayout.BETWEEN);
    }
    if (!cell.caption().isEmpty()) {
      pen.setFill(colours.of("text"));
      String caption = font.fitted(cell.caption(), room + GridLayout.GAP / 2);
      pen.fillText(caption, layout.x(index) + room / 2, y + high + 3);
    }
    if (index == chosen) {
      pen.setStroke(colours.of("accent"));
      pen.setLineWidth(isFocused() ? 3 : 2);
      pen.strokeRoundRect(x - 2, y - 2, layout.imagesWidth() + 4, high + 4, 4, 4);
    }
  }

  private Drawn made(int index) {
    Cells.Cell cell = cells.source().at(index);
    List<Image> images = new ArrayList<>();
    for (byte[] pixels : cell.images()) {
      images.add(GrayImages.enlarged(pixels, cells.height(), cells.width(), layout.multiple()));
    }
    return new Drawn(images, cell.caption());
  }

  @Override
  public void retell() {
    draw();
  }
}
