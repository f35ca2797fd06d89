package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.ConfusionMatrix;
import glassbox.format.Lesson;
import glassbox.format.ShippedLessons;
import glassbox.training.History.ValidationPoint;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Somebody takes every lesson that comes with the program, on MNIST, from its first stop to its
 * last, by the buttons and keys that there are; and what the lessons tell is what happens.
 */
@Timeout(600) // by plain loops on one core of two
class PlayTheShippedLessonsTest extends Journey {
  private final List<Run> runs = new ArrayList<>();

  @BeforeEach
  void hurry() {
    Fx.run(() -> window.session.setStepsPerSecond(Double.POSITIVE_INFINITY));
  }

  private Lesson play(int number) throws IOException {
    Lesson lesson = ShippedLessons.all("en").get(number - 1);
    window.click("#lessons");
    Fx.await("the lessons are listed", () -> window.scene().lookup("#lesson-" + number) != null);
    window.click("#lesson-" + number);
    List<Lesson.Stop> stops = lesson.stops();
    for (int at = 0; at < stops.size(); at++) {
      String place = "%d of %d".formatted(at + 1, stops.size());
      Fx.await(
          "the lesson is at " + place,
          () ->
              window.scene().lookup("#lesson-progress") instanceof Labeled words
                  && place.equals(words.getText()));
      take(stops.get(at));
      window.click("#lesson-next");
    }
    Fx.await("it is over", () -> window.scene().lookup("#lesson-next") == null);
    return lesson;
  }

  private void take(Lesson.Stop stop) {
    if (stop.guess()) {
      sketch();
    }
    Long step = stop.step();
    if (step != null) {
      Fx.await(
          "the run is at step " + step,
          () ->
              window.session.state() != State.RUNNING
                  && window.session.state() != State.LOADING
                  && window.session.playhead().stepProperty().get() == step);
      Run now = Fx.get(() -> window.session.runProperty().get());
      if (!runs.contains(now)) {
        runs.add(now);
      }
    }
    String highlight = stop.highlight();
    if (highlight != null) {
      Node marked = window.node("#" + highlight, Node.class);
      assertTrue(Fx.get(() -> marked.getStyleClass().contains("highlighted")), highlight);
    }
    Lesson.Question question = stop.question();
    if (question != null) {
      window.click("#choice-" + question.answer());
      assertTrue(window.text("#question-why").contains(question.why()));
    }
  }

  /** A falling curve, by keys. */
  private void sketch() {
    window.focus("#guess-chart");
    for (int stroke = 0; stroke < 21; stroke++) {
      window.press(KeyCode.RIGHT);
      window.press(KeyCode.DOWN);
    }
  }

  private static double lastValidationLoss(Run run) {
    return run.history().validations().getLast().loss();
  }

  private static double lastValidationAccuracy(Run run) {
    return run.history().validations().getLast().accuracy();
  }

  private static double loss(Run run, int from, int to) {
    double sum = 0;
    for (int step = from; step < to; step++) {
      sum += run.history().loss(step);
    }
    return sum / (to - from);
  }

  @Test
  void theFirstRun() throws IOException {
    play(1);
    Run run = runs.getFirst();
    assertEquals(1, runs.size());
    assertEquals(3438, run.history().size());
    assertTrue(loss(run, 0, 3) > 2, "it begins no better than by chance: log 10 is 2.3");
    double fallen =
        (loss(run, 0, 1) - loss(run, 90, 110)) / (loss(run, 0, 1) - loss(run, 550, 600));
    assertTrue(fallen > 0.6, "most of the way down is gone after 100 of 600 steps: " + fallen);
    assertNull(Fx.get(() -> window.scene().lookup("#lesson-pane")));
  }

  @Test
  void learningRateTooHighTooLow() throws IOException {
    play(2);
    double good = loss(runs.get(0), 350, 400);
    double low = loss(runs.get(1), 350, 400);
    double high = loss(runs.get(2), 350, 400);
    assertTrue(low > 2 * good, "too low creeps: " + low);
    assertTrue(!(high <= 2), "too high does not learn: " + high);
    assertTrue(loss(runs.get(3), 1650, 1719) < good, "large, then small is best");
  }

  @Test
  void whatTheHiddenLayerSees() throws IOException {
    play(3);
    double none = lastValidationAccuracy(runs.get(0));
    double bent = lastValidationAccuracy(runs.get(1));
    double straight = lastValidationAccuracy(runs.get(2));
    assertTrue(bent > none + 0.02, bent + " with a hidden layer, without " + none);
    assertEquals(none, straight, 0.02, "without the bend it is as good as no layer");
  }

  @Test
  void overfittingAndDropout() throws IOException {
    play(4);
    List<ValidationPoint> points = runs.get(0).history().validations();
    double least = points.stream().mapToDouble(ValidationPoint::loss).min().orElseThrow();
    assertTrue(loss(runs.get(0), 1800, 1880) < 0.01, "it knows its images by heart");
    assertTrue(lastValidationLoss(runs.get(0)) > least * 1.02, "and gets worse on others");
    assertTrue(lastValidationLoss(runs.get(1)) < lastValidationLoss(runs.get(0)), "dropout helps");
    assertTrue(loss(runs.get(1), 1800, 1880) > loss(runs.get(0), 1800, 1880), "and costs");
  }

  @Test
  void whyItConfusesFourAndNine() throws IOException {
    play(5);
    ConfusionMatrix matrix =
        Fx.get(() -> new ConfusionMatrix(window.session.examinedProperty().get().answers()));
    Set<Set<Integer>> named = Set.of(Set.of(4, 9), Set.of(7, 9), Set.of(3, 5));
    List<Set<Integer>> worst =
        matrix.worst(6).stream().map(pair -> Set.of(pair.truth(), pair.answer())).toList();
    assertTrue(worst.stream().filter(named::contains).count() >= 2, "most confused: " + worst);
  }

  @Test
  void yourOwnHandwriting() throws IOException {
    play(6);
    assertTrue(lastValidationAccuracy(runs.getFirst()) > 0.95, "it reads 97 of 100 digits");
  }
}
