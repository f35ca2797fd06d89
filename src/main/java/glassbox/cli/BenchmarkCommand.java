package glassbox.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.benchmark.Benchmark;
import glassbox.benchmark.Measurements;
import glassbox.linalg.KernelBenchmark.Speed;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code glassbox benchmark}: how fast the program is here, beside the processor's limit. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Measure how fast this machine trains, beside its processor's limit.",
    footer = {
      "",
      "Takes some ten seconds; close other programs. Figures of different runs do not compare,",
      "the shares do."
    })
final class BenchmarkCommand implements Callable<Integer> {
  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Option(
      names = "--dataset",
      paramLabel = "D",
      defaultValue = "mnist",
      description = "On which images the seed job is measured; default ${DEFAULT-VALUE}.")
  private String dataset = "mnist";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, BadInputException {
    Benchmark benchmark =
        new Benchmark(
            computeOptions.kernel(),
            computeOptions.threads(),
            stage -> System.err.println("measuring " + stage));
    Measurements m = benchmark.run(dataset);
    if (json) {
      System.out.println(json(m));
    } else {
      print(m);
    }
    return 0;
  }

  private static JsonObject json(Measurements m) {
    JsonObject json = new JsonObject();
    json.addProperty("kernel", m.kernel());
    json.addProperty("threads", m.threads());
    json.addProperty("fmaGflops1", m.fmaGflops1());
    json.addProperty("fmaGflopsAll", m.fmaGflopsAll());
    JsonArray kernels = new JsonArray();
    for (Speed speed : m.kernels()) {
      JsonObject row = new JsonObject();
      row.addProperty("product", speed.product());
      row.addProperty("gflops", speed.gflops());
      row.addProperty("shareOfLimit", speed.gflops() / m.fmaGflops1());
      kernels.add(row);
    }
    json.add("kernels", kernels);
    json.addProperty("seedImagesPerSecond1", m.seedImagesPerSecond1());
    json.addProperty("seedImagesPerSecondAll", m.seedImagesPerSecondAll());
    json.addProperty("seedGflops1", m.seedGflops1());
    json.addProperty("seedShareOfLimit1", m.seedShareOfLimit1());
    json.addProperty("wideImagesPerSecond1", m.wideImagesPerSecond1());
    json.addProperty("wideImagesPerSecondAll", m.wideImagesPerSecondAll());
    json.addProperty("wideShareOfLimitAll", m.wideShareOfLimitAll());
    json.addProperty("evaluationImagesPerSecondAll", m.evaluationImagesPerSecondAll());
    addIfKnown(json, "allocatedBytesPerStep", m.allocatedBytesPerStep());
    json.addProperty("loadSeconds", m.loadSeconds());
    addIfKnown(json, "peakMemoryMiB", m.peakMemoryMiB());
    return json;
  }

  private static void addIfKnown(JsonObject json, String key, double value) {
    json.addProperty(key, Double.isNaN(value) ? null : value);
  }

  private static void print(Measurements m) {
    String all = m.threads() == 1 ? "1 thread" : m.threads() + " threads";
    line("kernel", "%s", m.kernel());
    line("limit of one core", "%,.0f Gflop/s", m.fmaGflops1());
    line("limit of " + all, "%,.0f Gflop/s", m.fmaGflopsAll());
    for (Speed speed : m.kernels()) {
      double share = 100 * speed.gflops() / m.fmaGflops1();
      line(speed.product(), "%,.0f Gflop/s, %.0f %% of the limit", speed.gflops(), share);
    }
    line(
        "seed job, 1 thread",
        "%,.0f images/s: as a dense program at %,.0f Gflop/s, %.0f %% of the limit",
        m.seedImagesPerSecond1(),
        m.seedGflops1(),
        100 * m.seedShareOfLimit1());
    line("seed job, " + all, "%,.0f images/s", m.seedImagesPerSecondAll());
    line("wide network, 1 thread", "%,.0f images/s", m.wideImagesPerSecond1());
    line(
        "wide network, " + all,
        "%,.0f images/s, %.0f %% of the limit",
        m.wideImagesPerSecondAll(),
        100 * m.wideShareOfLimitAll());
    line("evaluation, " + all, "%,.0f images/s", m.evaluationImagesPerSecondAll());
    line("loading both data sets", "%.2f s", m.loadSeconds());
    line("allocated in a step", "%.1f bytes", m.allocatedBytesPerStep());
    line("peak memory", "%,.0f MiB", m.peakMemoryMiB());
  }

  private static void line(String what, String format, Object... values) {
    System.out.printf(Locale.ROOT, "%-32s %s%n", what, String.format(Locale.ROOT, format, values));
  }
}
