package glassbox.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Which images each step of a run learns: its epoch and its place in that epoch, though the size of
 * the batches may change on the way. Steps, epochs and images are counted from 0.
 */
public final class Course {
  private final int images;
  private final List<Leg> legs;

  /**
   * A stretch with batches of one size.
   *
   * @param fromStep its first step
   * @param epoch of its first step
   * @param fromImage its first image, in the order of that epoch
   * @param epochs that the run is to have
   */
  private record Leg(long fromStep, long epoch, int fromImage, int batchSize, int epochs) {}

  private Course(int images, List<Leg> legs) {
    this.images = images;
    this.legs = List.copyOf(legs);
  }

  /** The course of a run that keeps its recipe, over so many images an epoch. */
  public static Course of(int images, Recipe recipe) {
    return new Course(images, List.of(new Leg(0, 0, 0, recipe.batchSize(), recipe.epochs())));
  }

  /**
   * The course that is the same for so many steps and then follows a recipe.
   *
   * @throws IllegalArgumentException where the recipe would end before that step
   */
  Course changedAt(long step, Recipe recipe) {
    List<Leg> more = new ArrayList<>(legs);
    more.add(new Leg(step, epochOf(step), imageOf(step), recipe.batchSize(), recipe.epochs()));
    Course changed = new Course(images, more);
    if (changed.totalSteps() < step) {
      long begun = epochOf(step) + (imageOf(step) > 0 ? 1 : 0);
      throw new IllegalArgumentException(
          "epochs must be at least %d, which have begun after %,d steps, got %d"
              .formatted(begun, step, recipe.epochs()));
    }
    return changed;
  }

  private Leg legOf(long step) {
    int i = legs.size() - 1;
    while (i > 0 && legs.get(i).fromStep() > step) {
      i--;
    }
    return legs.get(i);
  }

  private int stepsPerEpoch(Leg leg) {
    return Math.ceilDiv(images, leg.batchSize());
  }

  /** Steps of a leg's first epoch, of which some images may have been learned before. */
  private int stepsOfFirstEpoch(Leg leg) {
    return Math.ceilDiv(images - leg.fromImage(), leg.batchSize());
  }

  /** The epoch of a step, which is also how many epochs are done after so many steps. */
  public long epochOf(long step) {
    Leg leg = legOf(step);
    long later = step - leg.fromStep() - stepsOfFirstEpoch(leg);
    return later < 0 ? leg.epoch() : leg.epoch() + 1 + later / stepsPerEpoch(leg);
  }

  /** The first image of a step's batch, in the order of its epoch. */
  public int imageOf(long step) {
    Leg leg = legOf(step);
    long inLeg = step - leg.fromStep();
    long later = inLeg - stepsOfFirstEpoch(leg);
    return later < 0
        ? (int) (leg.fromImage() + inLeg * leg.batchSize())
        : (int) (later % stepsPerEpoch(leg) * leg.batchSize());
  }

  /** Whether an epoch is complete after so many steps, at least 1. */
  public boolean isEpochEnd(long steps) {
    return imageOf(steps) == 0;
  }

  /** Steps of an epoch with batches as they are in the end. */
  public int stepsPerEpoch() {
    return stepsPerEpoch(legs.getLast());
  }

  /** Steps of the whole run. */
  public long totalSteps() {
    return end(legs.getLast());
  }

  /** Steps of the whole run as they were planned when a step was made. */
  long totalSteps(long step) {
    return end(legOf(step));
  }

  private long end(Leg leg) {
    long epochsLeft = leg.epochs() - leg.epoch();
    return epochsLeft <= 0
        ? leg.fromStep() - (leg.fromImage() > 0 || epochsLeft < 0 ? 1 : 0)
        : leg.fromStep() + stepsOfFirstEpoch(leg) + (epochsLeft - 1) * stepsPerEpoch(leg);
  }

  /** How many steps are done when so many epochs are; to be asked of epochs of the run. */
  public long stepsOf(int epochs) {
    long steps = 0;
    for (Leg leg : legs) {
      long more = epochs - leg.epoch();
      if (more > 0) {
        steps = leg.fromStep() + stepsOfFirstEpoch(leg) + (more - 1) * stepsPerEpoch(leg);
      } else if (more == 0 && leg.fromImage() == 0) {
        steps = leg.fromStep();
      }
    }
    return steps;
  }

  /** Images learned after so many steps, counting each epoch's anew. */
  public long imagesLearned(long steps) {
    return epochOf(steps) * images + imageOf(steps);
  }
}
