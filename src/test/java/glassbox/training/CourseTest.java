package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which images a step learns, against a walk from image to image. */
class CourseTest {
  private static final int RUNS = 400;

  /** Where a walk is before some step. */
  private record Place(long epoch, int image) {
    Place after(int batchSize, int images) {
      int next = image + Math.min(batchSize, images - image);
      return next == images ? new Place(epoch + 1, 0) : new Place(epoch, next);
    }
  }

  /** Every place of a run, the last one being that after its last step. */
  private static List<Place> walk(RunPlan plan, int images) {
    List<Place> places = new ArrayList<>();
    Place place = new Place(0, 0);
    places.add(place);
    for (long step = 0; isNotOver(plan, step, place); step++) {
      place = place.after(plan.at(step).batchSize(), images);
      places.add(place);
    }
    return places;
  }

  private static boolean isNotOver(RunPlan plan, long step, Place place) {
    boolean changesLater = plan.changes().stream().anyMatch(change -> change.step() > step);
    return changesLater || place.epoch() < plan.at(step).epochs();
  }

  private static Recipe recipe(int batchSize, int epochs) {
    return new RecipeBuilder().batchSize(batchSize).epochs(epochs).build();
  }

  /** A plan of up to four changes anywhere, also at the end of what was planned before. */
  private static RunPlan randomPlan(Random random, int images) {
    RunPlan plan = new RunPlan(recipe(1 + random.nextInt(images + 3), 1 + random.nextInt(4)));
    long from = 0;
    for (int change = random.nextInt(5); change > 0; change--) {
      List<Place> places = walk(plan, images);
      if (from >= places.size()) {
        break;
      }
      long step = from + random.nextInt((int) (places.size() - from));
      Place there = places.get((int) step);
      int begun = (int) there.epoch() + (there.image() > 0 ? 1 : 0);
      int epochs = Math.max(1, begun + random.nextInt(4));
      plan = plan.changedAt(step, recipe(1 + random.nextInt(images + 3), epochs));
      from = step + 1;
    }
    return plan;
  }

  @Test
  void isAWalkFromImageToImage() {
    Random random = new Random(1);
    for (int run = 0; run < RUNS; run++) {
      int images = 1 + random.nextInt(40);
      RunPlan plan = randomPlan(random, images);
      assertWalk(plan, images, walk(plan, images));
    }
  }

  private static void assertWalk(RunPlan plan, int images, List<Place> places) {
    Course course = plan.course(images);
    String which = images + " images, " + plan;
    assertEquals(places.size() - 1, course.totalSteps(), which);
    for (int step = 0; step < places.size(); step++) {
      Place place = places.get(step);
      String where = "step " + step + ", " + which;
      assertEquals(place.epoch(), course.epochOf(step), where);
      assertEquals(place.image(), course.imageOf(step), where);
      assertEquals(place.epoch() * images + place.image(), course.imagesLearned(step), where);
      assertEquals(place.image() == 0, course.isEpochEnd(step), where);
      if (place.image() == 0) {
        assertEquals(step, course.stepsOf((int) place.epoch()), where);
      }
    }
  }

  @Test
  void aStepKnowsTheLengthThatWasPlannedWhenItWasMade() {
    Random random = new Random(2);
    for (int run = 0; run < RUNS; run++) {
      int images = 1 + random.nextInt(40);
      RunPlan plan = randomPlan(random, images);
      Course course = plan.course(images);
      for (long step = 0; step < course.totalSteps(); step++) {
        long then = plan.changedAt(step, plan.at(step)).course(images).totalSteps();
        assertEquals(then, course.totalSteps(step), "step " + step + ", " + plan);
      }
    }
  }

  @Test
  void stepsOfAnEpochAreThoseOfTheLastBatchSize() {
    RunPlan plan = new RunPlan(recipe(10, 5)).changedAt(7, recipe(30, 5));
    assertEquals(10, new RunPlan(recipe(10, 5)).course(100).stepsPerEpoch());
    assertEquals(4, plan.course(100).stepsPerEpoch());
  }

  @ParameterizedTest
  @CsvSource({"15, 1, 2", "20, 1, 2", "25, 1, 3", "25, 2, 3", "29, 2, 3", "30, 2, 3"})
  void aRunIsNotMadeShorterThanItIs(long step, int epochs, int least) {
    Course course = new RunPlan(recipe(10, 9)).course(100);
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> course.changedAt(step, recipe(10, epochs)))
            .getMessage();
    assertEquals(
        "epochs must be at least %d, which have begun after %d steps, got %d"
            .formatted(least, step, epochs),
        message);
    assertEquals(10L * least, course.changedAt(step, recipe(10, least)).totalSteps());
  }
}
