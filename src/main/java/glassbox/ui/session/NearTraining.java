package glassbox.ui.session;

import glassbox.data.Picture;
import java.util.List;

/**
 * The training images that a network sees most like a drawing.
 *
 * @param step of the network that sees them so
 * @param among among how many images was looked
 * @param images the nearest first
 */
public record NearTraining(long step, int among, List<One> images) {
  /**
   * One of them.
   *
   * @param number of the training image
   * @param distance Euclidean, between the values that come into the network's last layer
   */
  public record One(int number, Picture picture, int label, float distance) {}
}
