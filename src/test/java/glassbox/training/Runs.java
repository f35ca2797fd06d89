package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Runs that are brought somewhere and compared, bit for bit. */
public final class Runs {
  private Runs() {}

  /** The run after so many steps. */
  public static Trainer at(Trainer run, long steps) {
    while (run.steps() < steps) {
      run.step();
    }
    return run;
  }

  public static Trainer finish(Trainer run) {
    while (!run.isFinished()) {
      run.step();
    }
    return run;
  }

  /** Both have become the same and have measured the same, but for the time that it took. */
  public static void assertSame(Trainer wanted, Trainer got, String where) {
    assertSame(wanted.keyframe(), got.keyframe(), where);
    assertSame(wanted.history(), got.history(), where);
    assertEquals(wanted.test(), got.test(), where);
  }

  /** Both say the same, but for the time that it took. */
  public static void assertSame(Keyframe wanted, Keyframe got, String where) {
    assertEquals(wanted.step(), got.step(), where);
    assertEquals(wanted.optimizerUpdates(), got.optimizerUpdates(), where);
    assertEquals(wanted.averageBegun(), got.averageBegun(), where);
    assertEquals(wanted.bestLoss(), got.bestLoss(), where);
    assertEquals(wanted.epochsWithoutBetter(), got.epochsWithoutBetter(), where);
    for (int i = 0; i < 3; i++) {
      assertEquals(wanted.epochSums()[i], got.epochSums()[i], where + ", sum " + i);
    }
    assertEquals(wanted.arrays().size(), got.arrays().size(), where);
    for (int i = 0; i < wanted.arrays().size(); i++) {
      assertArrayEquals(wanted.arrays().get(i), got.arrays().get(i), where + ", array " + i);
    }
  }

  private static void assertSame(History wanted, History got, String where) {
    assertEquals(wanted.size(), got.size(), where);
    for (int step = 0; step < wanted.size(); step++) {
      assertEquals(wanted.loss(step), got.loss(step), where + ", loss " + step);
      assertEquals(wanted.accuracy(step), got.accuracy(step), where + ", accuracy " + step);
      assertEquals(wanted.learningRate(step), got.learningRate(step), where + ", rate " + step);
    }
    assertEquals(wanted.validations(), got.validations(), where);
    assertEquals(
        wanted.epochs().stream().map(Runs::withoutTime).toList(),
        got.epochs().stream().map(Runs::withoutTime).toList(),
        where);
  }

  private static EpochResult withoutTime(EpochResult epoch) {
    return new EpochResult(
        epoch.epoch(),
        epoch.trainLoss(),
        epoch.trainAccuracy(),
        epoch.validationLoss(),
        epoch.validationAccuracy(),
        0);
  }
}
