package glassbox.data;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Brings a drawn or photographed picture stage by stage to what the images of a data set look like:
 * ink bright on black, cut out, scaled to the box that the ink of the data set takes, its centre of
 * mass in the middle. A stage that is switched off leaves the picture as it is.
 *
 * @param framing what the images of the data set look like
 * @param inking how ink is told from paper
 * @param on the stages that are carried out; not to be changed
 */
public record Preparation(Framing framing, Inking inking, Set<Stage> on) {
  /** What is done, in this order. */
  public enum Stage {
    /** Nothing yet. */
    RAW,
    /** Ink bright, paper black. */
    INK,
    /** Cut out what has ink. */
    CROP,
    /** Scaled to the box, keeping the ratio of the sides. */
    SCALE,
    /** Put into the frame with the centre of mass in the middle. */
    CENTRE
  }

  public Preparation {
    on = Set.copyOf(on);
  }

  /**
   * All that makes a picture look like the images of a data set. Where these are not centred they
   * are taken for things that have shades and fill the frame, not for writing.
   */
  public static Preparation like(Framing framing) {
    Set<Stage> on = EnumSet.allOf(Stage.class);
    if (framing.centred()) {
      return new Preparation(framing, Inking.AUTO, on);
    }
    on.remove(Stage.CENTRE);
    return new Preparation(framing, Inking.AUTO.withThreshold(Inking.SHADES), on);
  }

  public Preparation with(Stage stage, boolean carriedOut) {
    Set<Stage> stages = EnumSet.copyOf(on);
    stages.add(Stage.RAW);
    if (carriedOut) {
      stages.add(stage);
    } else {
      stages.remove(stage);
    }
    return new Preparation(framing, inking, stages);
  }

  public Preparation withInking(Inking other) {
    return new Preparation(framing, other, on);
  }

  /** The picture after each stage, the last of them in the size of the frame. */
  public Map<Stage, Picture> stages(Picture raw) {
    Map<Stage, Picture> stages = new EnumMap<>(Stage.class);
    Picture picture = raw;
    for (Stage stage : Stage.values()) {
      picture = stage == Stage.RAW || on.contains(stage) ? carryOut(stage, picture) : picture;
      stages.put(stage, picture);
    }
    stages.put(Stage.CENTRE, framed(picture));
    return stages;
  }

  private Picture carryOut(Stage stage, Picture picture) {
    return switch (stage) {
      case RAW -> picture;
      case INK -> inking.apply(picture);
      case CROP -> cropped(picture);
      case SCALE -> Scaling.into(picture, framing.boxHeight(), framing.boxWidth());
      case CENTRE -> centred(picture);
    };
  }

  /** A picture without ink stays whole. */
  private static Picture cropped(Picture picture) {
    Ink ink = Ink.of(picture);
    if (ink.isEmpty()) {
      return picture;
    }
    byte[] gray = new byte[ink.height() * ink.width()];
    for (int row = 0; row < ink.height(); row++) {
      int from = (ink.top() + row) * picture.width() + ink.left();
      System.arraycopy(picture.gray(), from, gray, row * ink.width(), ink.width());
    }
    return new Picture(gray, ink.height(), ink.width());
  }

  /** As near to the middle as can be without losing ink over an edge. */
  private Picture centred(Picture picture) {
    Picture fitting = fitting(picture);
    Ink ink = Ink.of(fitting);
    int top = (int) Math.round(Ink.middle(framing.height()) - ink.centreRow());
    int left = (int) Math.round(Ink.middle(framing.width()) - ink.centreColumn());
    return placed(
        fitting,
        Math.clamp(top, -ink.top(), framing.height() - ink.top() - ink.height()),
        Math.clamp(left, -ink.left(), framing.width() - ink.left() - ink.width()));
  }

  /** What a network is given of a picture at any stage: the whole of it in the frame's middle. */
  public Picture framed(Picture picture) {
    Picture fitting = fitting(picture);
    return placed(
        fitting,
        (framing.height() - fitting.height()) / 2,
        (framing.width() - fitting.width()) / 2);
  }

  /** Smaller where it does not fit the frame, or where it has not been brought to a size yet. */
  private Picture fitting(Picture picture) {
    boolean fits = picture.height() <= framing.boxHeight() && picture.width() <= framing.boxWidth();
    return fits && on.contains(Stage.SCALE)
        ? picture
        : Scaling.into(picture, framing.height(), framing.width());
  }

  /** On black; what is outside, which is black as well, is left out. */
  private Picture placed(Picture picture, int top, int left) {
    byte[] gray = new byte[framing.height() * framing.width()];
    int first = Math.max(0, -left);
    int columns = Math.min(picture.width(), framing.width() - left) - first;
    for (int row = 0; row < picture.height(); row++) {
      if (top + row >= 0 && top + row < framing.height()) {
        int to = (top + row) * framing.width() + left + first;
        System.arraycopy(picture.gray(), row * picture.width() + first, gray, to, columns);
      }
    }
    return new Picture(gray, framing.height(), framing.width());
  }
}
