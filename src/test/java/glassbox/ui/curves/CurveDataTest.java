package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a run is: few buckets, no extreme lost, the average that the formula gives. */
class CurveDataTest {
  private static final double SMOOTHING = 0.97;

  private static double[] noise(int count) {
    return new Random(count).doubles(count, 0.01, 3).toArray();
  }

  private static CurveData curveOf(double[] values) {
    CurveData curve = new CurveData(SMOOTHING);
    curve.readUpTo(values.length, step -> values[step]);
    return curve;
  }

  private static IntStream stepsOf(CurveData curve, int bucket) {
    return IntStream.range(bucket == 0 ? 0 : curve.lastOf(bucket - 1), curve.lastOf(bucket));
  }

  /** The mean of the steps so far, each weighted by smoothing^age. */
  private static double average(double[] values, int steps) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < steps; i++) {
      double weight = Math.pow(SMOOTHING, steps - 1 - i);
      sum += weight * values[i];
      weights += weight;
    }
    return sum / weights;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 249, 250, 251, 499, 500, 501, 3438, 100_000})
  void everyBucketKeepsItsSmallestAndLargestValue(int steps) {
    double[] values = noise(steps);
    CurveData curve = curveOf(values);
    for (int b = 0; b < curve.buckets(); b++) {
      assertEquals(
          stepsOf(curve, b).mapToDouble(i -> values[i]).min().orElseThrow(), curve.lowest(b));
      assertEquals(
          stepsOf(curve, b).mapToDouble(i -> values[i]).max().orElseThrow(), curve.highest(b));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 249, 250, 251, 499, 500, 501, 3438, 100_000})
  void bucketsAreFewAndHoldEveryStepOnce(int steps) {
    CurveData curve = curveOf(noise(steps));
    assertEquals(steps, curve.steps());
    assertTrue(curve.buckets() <= CurveData.MOST_BUCKETS, curve.buckets() + " buckets");
    assertTrue(steps < 125 || curve.buckets() >= 125, curve.buckets() + " buckets");
    assertEquals(
        steps, IntStream.range(0, curve.buckets()).map(b -> (int) stepsOf(curve, b).count()).sum());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 33, 250, 251, 1777})
  void averageIsTheWeightedMeanOfThePast(int steps) {
    double[] values = noise(steps);
    CurveData curve = curveOf(values);
    for (int b = 0; b < curve.buckets(); b++) {
      assertEquals(average(values, curve.lastOf(b)), curve.smoothed(b), 1e-9);
    }
    assertEquals(average(values, steps), curve.now(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1000})
  void averageOfOneValueIsThatValueFromTheFirstStepOn(int steps) {
    CurveData curve = new CurveData(SMOOTHING);
    curve.readUpTo(steps, step -> 2.5);
    for (int b = 0; b < curve.buckets(); b++) {
      assertEquals(2.5, curve.smoothed(b), 1e-9);
    }
  }

  @Test
  void aSpikeOfOneStepStaysInALongRun() {
    CurveData curve = new CurveData(SMOOTHING);
    curve.readUpTo(100_000, step -> step == 12_345 ? 99 : step == 67_890 ? -99 : 1);
    assertEquals(99, curve.largest());
    assertEquals(
        -99, IntStream.range(0, curve.buckets()).mapToDouble(curve::lowest).min().orElse(0));
  }

  @Test
  void growingBitByBitGivesTheSameCurve() {
    double[] values = noise(4321);
    CurveData whole = curveOf(values);
    CurveData grown = new CurveData(SMOOTHING);
    for (int size = 1; size < values.length; size += size % 7 + 1) {
      grown.readUpTo(size, step -> values[step]);
    }
    grown.readUpTo(values.length, step -> values[step]);
    assertEquals(whole.buckets(), grown.buckets());
    for (int b = 0; b < whole.buckets(); b++) {
      assertEquals(whole.lowest(b), grown.lowest(b));
      assertEquals(whole.highest(b), grown.highest(b));
      assertEquals(whole.smoothed(b), grown.smoothed(b));
      assertEquals(whole.middle(b), grown.middle(b));
    }
  }

  @Test
  void aStepIsReadOnce() {
    CurveData curve = new CurveData(SMOOTHING);
    AtomicInteger reads = new AtomicInteger();
    for (int size : new int[] {10, 10, 700, 300, 1000}) {
      curve.readUpTo(size, step -> reads.incrementAndGet());
    }
    assertEquals(1000, reads.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 250, 251, 3438})
  void middlesRiseWithinTheirBuckets(int steps) {
    CurveData curve = curveOf(noise(steps));
    for (int b = 0; b < curve.buckets(); b++) {
      double first = stepsOf(curve, b).min().orElseThrow() + 1;
      assertEquals((first + curve.lastOf(b)) / 2, curve.middle(b));
    }
  }

  @Test
  void smallestAverageIsTheSmallestOfAllBuckets() {
    CurveData curve = curveOf(noise(3438));
    assertEquals(
        IntStream.range(0, curve.buckets()).mapToDouble(curve::smoothed).min().orElseThrow(),
        curve.smallestSmoothed());
  }

  @Test
  void beforeTheFirstStepThereIsNoNumber() {
    CurveData curve = new CurveData(SMOOTHING);
    assertEquals(0, curve.buckets());
    assertTrue(Double.isNaN(curve.now()));
    assertTrue(Double.isNaN(curve.largest()));
    assertTrue(Double.isNaN(curve.smallestSmoothed()));
  }
}
