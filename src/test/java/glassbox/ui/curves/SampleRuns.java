package glassbox.ui.curves;

import glassbox.training.Change;
import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.RunPlan;
import glassbox.ui.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs whose histories look like those of training, for tests and measurements. */
final class SampleRuns {
  /** Images of 100 batches of 32. */
  static final int IMAGES = 3200;

  private static final int BETWEEN_VALIDATIONS = 50;

  private SampleRuns() {}

  /** A recipe of so many epochs of 100 steps. */
  static Recipe recipe(int epochs) {
    return new RecipeBuilder().epochs(epochs).learningRate(0.1).build();
  }

  /** Noise around a loss that falls, and an accuracy that rises, at the given speed. */
  static double[][] steps(int count, double speed, long seed) {
    Random random = new Random(seed);
    double[][] steps = new double[3][count];
    for (int i = 0; i < count; i++) {
      double mean = 0.08 + 2.3 / (1 + i * speed / 60);
      steps[0][i] = mean * Math.exp(0.45 * random.nextGaussian());
      double right = Math.clamp(1 - mean / 2.6 + 0.06 * random.nextGaussian(), 0, 1);
      steps[1][i] = Math.round(32 * right) / 32.0;
      steps[2][i] = 0.1;
    }
    return steps;
  }

  static List<ValidationPoint> validations(int count, double speed, int every) {
    List<ValidationPoint> points = new ArrayList<>();
    for (int i = 0; i <= count; i += every) {
      double mean = 0.075 + 2.3 / (1 + i * speed / 60);
      double overfitted = mean * (1 + 0.25 * i / (count + 1.0));
      points.add(new ValidationPoint(i, overfitted, Math.max(0.1, 1 - overfitted / 2.5)));
    }
    return points;
  }

  static History history(int count, double speed, long seed) {
    int every = Math.max(BETWEEN_VALIDATIONS, count / 40);
    return History.of(steps(count, speed, seed), validations(count, speed, every), List.of());
  }

  /** A run of its own. */
  static Run run(int number, String name, History history, int epochs) {
    return run(number, name, history, epochs, Run.Origin.NONE);
  }

  static Run run(int number, String name, History history, int epochs, Run.Origin origin) {
    return new Run(number, name, new RunPlan(recipe(epochs)), IMAGES, history, origin);
  }

  /** A run whose learning rate was halved after so many steps. */
  static Run changedRun(int number, String name, History history, int epochs, long at) {
    Recipe slower = new RecipeBuilder().epochs(epochs).learningRate(0.05).build();
    RunPlan plan = new RunPlan(recipe(epochs), List.of(new Change(at, slower)));
    return new Run(number, name, plan, IMAGES, history, Run.Origin.NONE);
  }
}
