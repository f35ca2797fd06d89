package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.ui.controls.CanvasInk;
import glassbox.ui.controls.CrispCanvas;
import glassbox.ui.controls.Ink;
import glassbox.ui.controls.ScreenPixels;
import glassbox.ui.controls.Scrolling;
import glassbox.ui.controls.ThemeColours;
import glassbox.ui.session.Selection;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Any number of images in rows, of which only those within the window are painted. A click or the
 * arrow keys choose one.
 */
final class ImagesGrid extends Region implements Worded {
  private static final double BAR = 12;
  private static final int ROWS_A_NOTCH = 40; // points that a wheel reports for one notch

  private final CrispCanvas canvas = new CrispCanvas();
  private final ScrollBar bar = new ScrollBar();
  private final Tooltip tooltip = new Tooltip();
  private final Thumbnails thumbnails = new Thumbnails();
  private final ThemeColours theme =
      new ThemeColours(this::requestLayout, "card", "text", "muted", "accent", "incorrect");
  private final IntConsumer choose;
  private @Nullable Predictions answers;
  private int[] images = {};
  private List<String> names = List.of();
  private String part = "";
  private String summary = Words.of("gallery.images.none");
  private int chosen = Selection.NONE;
  private int multiple = 2;
  private int painted;

  ImagesGrid(IntConsumer choose) {
    this.choose = choose;
    setId("images-grid");
    getStyleClass().addAll("images-grid", "uses-arrows");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(Words.of("gallery.images"));
    setFocusTraversable(true);
    setMinSize(120, 60);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setAccessibleText(Words.of("gallery.images.scroll"));
    bar.setFocusTraversable(false); // the arrow keys scroll
    bar.valueProperty().addListener(property -> requestLayout());
    focusedProperty().addListener(property -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    Tooltip.install(this, tooltip);
    getChildren().addAll(canvas, bar, theme);
  }

  /**
   * Shows these images, in this order.
   *
   * @param newAnswers null for none
   * @param newPart what part of the data they are, for words
   */
  void show(
      @Nullable Predictions newAnswers, int[] newImages, List<String> newNames, String newPart) {
    answers = newAnswers;
    images = newImages;
    names = newNames;
    part = newPart;
    summary = summary();
    describe();
    requestLayout();
  }

  /** How many points a pixel is wide. */
  void setMultiple(int newMultiple) {
    multiple = newMultiple;
    requestLayout();
  }

  /** Marks an image. */
  void mark(int image) {
    chosen = image;
    describe();
    requestLayout();
  }

  /** Goes back to the first row. */
  void toTop() {
    bar.setValue(0);
  }

  /** Scrolls as little as is needed for the chosen image to be seen. */
  void reveal() {
    int place = placeOf(chosen);
    if (place >= 0 && answers != null) {
      TileLayout at = layout(answers);
      bar.setMax(Math.max(0, at.height(images.length) - getHeight()));
      Scrolling.reveal(bar, place / at.columns() * at.down(), at.down(), getHeight());
    }
  }

  /** Whether an image is among those that are shown. */
  boolean holds(int image) {
    return placeOf(image) >= 0;
  }

  private int placeOf(int image) {
    for (int place = 0; place < images.length; place++) {
      if (images[place] == image) {
        return place;
      }
    }
    return -1;
  }

  /** How many tiles the last picture had. */
  int painted() {
    return painted;
  }

  private TileLayout layout(Predictions of) {
    int side = Math.max(of.images().height(), of.images().width());
    double perPoint = ScreenPixels.perPoint(this);
    double points = ScreenPixels.multiple(side, side, multiple * side, perPoint) / perPoint;
    boolean isShort = TilePainter.areShort(names);
    return TileLayout.of(of.images(), points, isShort, getWidth() - BAR);
  }

  /** Paints as well, so that whatever changes within a frame is painted once. */
  @Override
  protected void layoutChildren() {
    canvas.open(getWidth(), getHeight());
    bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
    painted = 0;
    Predictions of = answers;
    if (of == null) {
      bar.setVisible(false);
      return;
    }
    TileLayout at = layout(of);
    Scrolling.fit(bar, Math.max(0, at.height(images.length) - getHeight()), getHeight());
    bar.setUnitIncrement(at.down());
    paint(of, at);
  }

  private void paint(Predictions of, TileLayout at) {
    Ink ink = new CanvasInk(canvas.getGraphicsContext2D());
    TilePainter painter = new TilePainter(ink, canvas::snapped, at, theme, thumbnails, names);
    double scroll = Math.round(bar.getValue());
    int end = end(at);
    for (int place = first(at); place < end; place++) {
      double x = place % at.columns() * at.across();
      double y = canvas.snapped(place / at.columns() * at.down() - scroll + 3);
      painter.paint(of, images[place], x, y);
      if (images[place] == chosen) {
        painter.mark(x, y, isFocused());
      }
      painted++;
    }
  }

  private int first(TileLayout at) {
    return (int) (bar.getValue() / at.down()) * at.columns();
  }

  private int end(TileLayout at) {
    int end = (int) Math.ceil((bar.getValue() + getHeight()) / at.down()) * at.columns();
    return Math.min(end, images.length);
  }

  /** The rows that are seen as a drawing, with the words for all of them. */
  Callable<String> svg() {
    Predictions of = answers;
    if (of == null) {
      return () -> "";
    }
    TileLayout at = layout(of);
    int[] seen = Arrays.copyOfRange(images, Math.min(first(at), end(at)), end(at));
    double points = at.imageWidth() / of.images().width();
    return TileSheet.svg(summary, of, seen, names, points, getWidth() - BAR, theme);
  }

  /** All images, seen or not, as a table. */
  Callable<String> csv() {
    Predictions of = answers;
    int[] all = images;
    List<String> classes = names;
    return () -> of == null ? "" : ImageTable.csv(of, all, classes);
  }

  private int placeAt(double x, double y) {
    Predictions of = answers;
    if (of == null) {
      return -1;
    }
    TileLayout at = layout(of);
    int column = (int) (x / at.across());
    int place = (int) ((y + bar.getValue()) / at.down()) * at.columns() + column;
    return column < at.columns() && place < images.length ? place : -1;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int place = placeAt(event.getX(), event.getY());
    if (place >= 0) {
      choose.accept(images[place]);
    }
  }

  private void pointed(MouseEvent event) {
    int place = placeAt(event.getX(), event.getY());
    tooltip.setText(
        place < 0 || answers == null
            ? Words.of("gallery.images.click")
            : TilePainter.words(answers, images[place], names, part));
  }

  private void typed(KeyEvent event) {
    Predictions of = answers;
    if (of == null || images.length == 0) {
      return;
    }
    TileLayout at = layout(of);
    int page = Math.max(1, (int) (getHeight() / at.down())) * at.columns();
    int place = placeOf(chosen);
    switch (event.getCode()) {
      case LEFT -> go(place - 1);
      case RIGHT -> go(place + 1);
      case UP -> go(place < 0 ? 0 : place - at.columns());
      case DOWN -> go(place < 0 ? 0 : place + at.columns());
      case PAGE_UP -> go(place - page);
      case PAGE_DOWN -> go(place + page);
      case HOME -> go(0);
      case END -> go(images.length - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go(int place) {
    choose.accept(images[Math.clamp(place, 0, images.length - 1)]);
    reveal();
  }

  private void describe() {
    setAccessibleText(
        answers == null || placeOf(chosen) < 0
            ? summary
            : Words.of(
                "gallery.images.spoken.both",
                TilePainter.words(answers, chosen, names, part),
                summary));
  }

  /** All of them in a sentence. */
  private String summary() {
    Predictions of = answers;
    if (of == null) {
      return Words.of("gallery.images.spoken.none");
    }
    long correct = Arrays.stream(images).filter(of::isCorrect).count();
    return Words.of("gallery.images.summary", images.length, correct, images.length - correct);
  }

  private void scrolled(ScrollEvent event) {
    Predictions of = answers;
    if (of != null) {
      double rows = event.getDeltaY() / ROWS_A_NOTCH;
      Scrolling.to(bar, bar.getValue() - rows * layout(of).down());
      event.consume();
    }
  }

  @Override
  public void retell() {
    summary = summary();
    describe();
    requestLayout();
  }
}
