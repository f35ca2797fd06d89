package glassbox.ui.life;

import glassbox.analysis.Life;
import glassbox.analysis.Life.Stretch;
import glassbox.ui.controls.CanvasFont;
import glassbox.ui.controls.Contrast;
import glassbox.ui.controls.Ink;
import glassbox.ui.controls.Ink.Align;
import glassbox.ui.controls.ThemeColours;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;

/**
 * Paints a life: the answers as a strip, in full height where they are right, and below it the
 * probabilities, one upon the other.
 */
final class LifePainter {
  static final double STRIP = 24;

  private static final double GAP = 6;
  private static final double AXIS = 16;
  private static final double LOWER = 7; // so much lower are wrong answers
  private static final CanvasFont NAME = new CanvasFont(12, FontWeight.BOLD);
  private static final CanvasFont TICK = new CanvasFont(11, FontWeight.NORMAL);

  private final Ink ink;
  private final ThemeColours theme;
  private final LifeScale scale;
  private final double height;

  LifePainter(Ink ink, ThemeColours theme, LifeScale scale, double height) {
    this.ink = ink;
    this.theme = theme;
    this.scale = scale;
    this.height = height;
  }

  void paint(Life life, List<String> names) {
    for (Stretch stretch : life.stretches()) {
      paintStretch(stretch, life, names);
    }
    if (height > STRIP + GAP + AXIS + 24) {
      paintBands(life, new Bands(life), names);
      paintTicks();
    }
  }

  private void paintStretch(Stretch stretch, Life life, List<String> names) {
    boolean right = stretch.answer() == life.truth();
    double start = scale.x(stretch.start());
    double end = Math.max(start + 2, scale.x(stretch.end()) - 1);
    double top = right ? 0 : LOWER;
    Color fill = theme.of(right ? "correct" : "incorrect");
    ink.fillRect(fill, start, top, end - start, STRIP - top, 6);
    write(
        NAME.fitted(names.get(stretch.answer()), end - start - 6),
        Contrast.blackOrWhite(fill),
        (start + end) / 2,
        (STRIP + top) / 2);
  }

  private void write(String text, Color colour, double x, double y) {
    if (!text.equals("…")) {
      ink.text(text, NAME, colour, Align.CENTER, x, y);
    }
  }

  private double y(double share) {
    double top = STRIP + GAP;
    return top + (1 - share) * (height - AXIS - top);
  }

  private void paintBands(Life life, Bands bands, List<String> names) {
    ink.fillRect(theme.of("bar-background"), scale.x(0), y(1), scale.width(), y(0) - y(1), 0);
    for (int band = bands.classes().size() - 1; band >= 0; band--) {
      paintArea(life, bands, band, colour(life, bands.classes().get(band), band));
    }
    for (int band = 0; band < bands.classes().size(); band++) {
      nameBand(life, bands, band, names);
    }
  }

  /** What is right and what is answered at the end have colours, the others are told by names. */
  private Color colour(Life life, int c, int band) {
    if (c == life.truth()) {
      return theme.of("train");
    }
    if (c == life.answers()[life.answers().length - 1]) {
      return theme.of("validation");
    }
    return theme.of(band % 2 == 0 ? "line" : "muted");
  }

  private void paintArea(Life life, Bands bands, int band, Color colour) {
    int moments = life.steps().length;
    double[] x = new double[2 * moments];
    double[] y = new double[2 * moments];
    for (int moment = 0; moment < moments; moment++) {
      int back = 2 * moments - 1 - moment;
      x[moment] = scale.x(life.steps()[moment]);
      x[back] = x[moment];
      y[moment] = y(bands.top(band, moment));
      y[back] = y(band == 0 ? 0 : bands.top(band - 1, moment));
    }
    ink.fillPolygon(colour, x, y);
    ink.strokeLine(theme.of("card"), 1, x, y, moments);
  }

  private void nameBand(Life life, Bands bands, int band, List<String> names) {
    int thickest = bands.thickest(band);
    double share = bands.share(band, thickest);
    if (share * (y(0) - y(1)) < NAME.size() + 3) {
      return;
    }
    String name = names.get(bands.classes().get(band));
    double half = NAME.width(name) / 2 + 4;
    double end = scale.x(life.steps()[life.steps().length - 1]);
    if (end < 2 * half) {
      return;
    }
    double x = Math.clamp(scale.x(life.steps()[thickest]), half, end - half);
    double middle = bands.top(band, thickest) - share / 2;
    write(name, Contrast.blackOrWhite(colour(life, bands.classes().get(band), band)), x, y(middle));
  }

  private void paintTicks() {
    Color colour = theme.of("muted");
    double below = height - AXIS / 2 + 1;
    double end = scale.width();
    ink.text(Words.of("life.axis.start"), TICK, colour, Align.LEFT, 0, below);
    ink.text(Figures.count(scale.steps()), TICK, colour, Align.RIGHT, end, below);
    ink.text(Words.of("life.axis"), TICK, colour, Align.CENTER, end / 2, below);
  }
}
