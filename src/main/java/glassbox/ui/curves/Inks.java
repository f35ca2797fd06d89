package glassbox.ui.curves;

import glassbox.ui.controls.RunColours;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The colours of the lines as the style sheets give them, for what is drawn on pixels: rectangles
 * that nobody sees are filled by the sheets, anew with each theme.
 */
final class Inks extends Group {
  private static final int RAW_ALPHA_ALONE = 0x70;
  private static final int RAW_ALPHA = 0x18;
  private static final int RAW_ALPHA_IN_HAND = 0x34;
  private static final int BAND_ALPHA = 0x38;

  private final Rectangle train;
  private final Rectangle validation;
  private final List<Rectangle> runs = new ArrayList<>();

  Inks(Runnable onChange) {
    setManaged(false);
    setMouseTransparent(true);
    setOpacity(0); // an invisible node would get no colours
    train = ink("ink-train", onChange);
    validation = ink("ink-validation", onChange);
    for (int i = 0; i < RunColours.COLOURS; i++) {
      Rectangle run = ink("ink-run", onChange);
      run.getStyleClass().add(RunColours.styleClass(i));
      runs.add(run);
    }
  }

  private Rectangle ink(String style, Runnable onChange) {
    Rectangle ink = new Rectangle(1, 1);
    ink.getStyleClass().add(style);
    ink.fillProperty().addListener(property -> onChange.run());
    getChildren().add(ink);
    return ink;
  }

  /** How a line looks, alone or among others. */
  LineStyle style(Drawn line, boolean alone) {
    if (alone && !line.isGroup()) {
      return new LineStyle(
          argb(colour(train)),
          withAlpha(argb(colour(train)), RAW_ALPHA_ALONE),
          argb(colour(validation)),
          2.5,
          LineStyle.dash(0));
    }
    int argb = argb(colour(line));
    int rawAlpha = line.current() ? RAW_ALPHA_IN_HAND : RAW_ALPHA;
    return new LineStyle(
        argb,
        withAlpha(argb, line.isGroup() ? BAND_ALPHA : rawAlpha),
        argb,
        line.current() ? 2.75 : 1.75,
        LineStyle.dash(line.ink()));
  }

  private static int withAlpha(int argb, int alpha) {
    return argb & 0xffffff | alpha << 24;
  }

  Color colour(Drawn line) {
    return colour(runs.get(Math.floorMod(line.ink(), RunColours.COLOURS)));
  }

  Color trainColour() {
    return colour(train);
  }

  Color validationColour() {
    return colour(validation);
  }

  private static Color colour(Rectangle ink) {
    return ink.getFill() instanceof Color colour ? colour : Color.GRAY;
  }

  private static int argb(Color colour) {
    return (int) Math.round(255 * colour.getOpacity()) << 24
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }
}
