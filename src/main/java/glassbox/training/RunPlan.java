package glassbox.training;

import glassbox.data.ImageDataset;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as a value: with the data it decides every step, bit for bit.
 *
 * @param start the recipe at the start
 * @param changes on the way, in the order of their steps, at most one a step
 */
public record RunPlan(Recipe start, List<Change> changes) {
  /**
   * A plan that has been checked.
   *
   * @throws IllegalArgumentException where a change is impossible or out of order
   */
  public RunPlan {
    changes = List.copyOf(changes);
    Recipe before = start;
    long last = -1;
    for (Change change : changes) {
      if (change.step() <= last) {
        throw new IllegalArgumentException(
            "changes must be in the order of their steps, got step %d after step %d"
                .formatted(change.step(), last));
      }
      Change.requirePossible(before, change.recipe());
      before = change.recipe();
      last = change.step();
    }
  }

  public RunPlan(Recipe start) {
    this(start, List.of());
  }

  /** The recipe of a step, counted from 0. */
  public Recipe at(long step) {
    Recipe recipe = start;
    for (Change change : changes) {
      if (change.step() <= step) {
        recipe = change.recipe();
      }
    }
    return recipe;
  }

  /** The recipe at the end. */
  public Recipe last() {
    return changes.isEmpty() ? start : changes.getLast().recipe();
  }

  /** The step of the first change after so many steps, counted from 0; a huge one for none. */
  long nextChange(long step) {
    return changes.stream()
        .mapToLong(Change::step)
        .filter(at -> at >= step)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /**
   * The plan of a fork after so many steps. By the recipe that is due there anyway nothing is
   * changed: the fork is this run again, with all that it changed later. Any other recipe begins a
   * future of its own, for which nothing else is planned.
   *
   * @throws IllegalArgumentException where the recipe cannot follow
   */
  public RunPlan forkedAt(long step, Recipe recipe) {
    return recipe.equals(at(step)) ? this : changedAt(step, recipe);
  }

  /**
   * The plan as far as a step, and a recipe from there on.
   *
   * @throws IllegalArgumentException where the recipe cannot follow
   */
  public RunPlan changedAt(long step, Recipe recipe) {
    List<Change> kept = new ArrayList<>();
    changes.stream().filter(change -> change.step() < step).forEach(kept::add);
    RunPlan past = new RunPlan(start, kept);
    if (recipe.equals(past.last())) {
      return past;
    }
    kept.add(new Change(step, recipe));
    return new RunPlan(start, kept);
  }

  /** Which images each step learns. */
  public Course course(ImageDataset data) {
    return course(data.train().count() - start.validation());
  }

  /** Which images each step learns, of so many an epoch. */
  public Course course(int images) {
    Course course = Course.of(images, start);
    for (Change change : changes) {
      course = course.changedAt(change.step(), change.recipe());
    }
    return course;
  }

  /**
   * Checks what can only be known beside the data.
   *
   * @throws IllegalArgumentException naming the key or the step, the rule and the value
   */
  public void requireFits(ImageDataset data) {
    start.requireFits(data);
    Course course = Course.of(data.train().count() - start.validation(), start);
    for (Change change : changes) {
      change.recipe().requireFits(data);
      if (change.step() > course.totalSteps()) {
        throw new IllegalArgumentException(
            "a change must be within the run of %,d steps, got step %,d"
                .formatted(course.totalSteps(), change.step()));
      }
      course = course.changedAt(change.step(), change.recipe());
    }
  }
}
