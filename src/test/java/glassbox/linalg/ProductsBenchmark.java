package glassbox.linalg;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The products of a dense layer, one by one: docs/performance.md says how to run it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ProductsBenchmark {
  /** N x D x H: the seed network's layers, and a wide one. */
  @Param({"32x784x128", "32x128x128", "32x128x10", "128x1024x1024"})
  String shape = "";

  @Param({"simd", "plain"})
  String kernel = "";

  private Compute compute = Compute.of("plain", 1);
  private Matrix x = new Matrix(0, 0);
  private Matrix w = x;
  private Matrix y = x;
  private Matrix gradient = x;
  private Matrix dx = x;
  private float[] bias = {};

  @Setup(Level.Trial)
  public void prepare() {
    String[] sides = shape.split("x");
    int n = Integer.parseInt(sides[0]);
    int d = Integer.parseInt(sides[1]);
    int h = Integer.parseInt(sides[2]);
    compute = Compute.of(kernel, 1);
    x = RandomMatrices.gaussian(n, d, 1);
    w = RandomMatrices.gaussian(d, h, 2);
    y = RandomMatrices.gaussian(n, h, 3);
    gradient = new Matrix(d, h);
    dx = new Matrix(n, d);
    bias = new float[h];
  }

  @TearDown
  public void close() {
    compute.close();
  }

  @Benchmark
  public Matrix forward() {
    compute.multiply(x, w, bias, y);
    return y;
  }

  @Benchmark
  public Matrix weightGradient() {
    compute.multiplyTransposedLeft(x, y, gradient);
    return gradient;
  }

  @Benchmark
  public Matrix inputGradient() {
    compute.multiplyTransposedRight(y, w, dx);
    return dx;
  }

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(ProductsBenchmark.class.getSimpleName()).build()).run();
  }
}
