package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkCommandTest {
  private static final String[] KEYS = {
    "fmaGflops1",
    "fmaGflopsAll",
    "seedImagesPerSecond1",
    "seedImagesPerSecondAll",
    "seedShareOfLimit1",
    "wideImagesPerSecond1",
    "wideImagesPerSecondAll",
    "wideShareOfLimitAll",
    "evaluationImagesPerSecondAll",
    "loadSeconds",
    "peakMemoryMiB"
  };

  @Test
  void everyFigureIsMeasuredOnAnyDataSet(@TempDir Path folder) throws Exception {
    Path data = SmallRuns.dataset(folder);
    CommandRun run = CommandRun.of("benchmark", "--json", "--dataset", data.toString());
    assertEquals(0, run.exitCode(), run::err);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    for (String key : KEYS) {
      assertTrue(json.get(key).getAsDouble() > 0, key + " in " + json);
    }
    assertTrue(json.get("allocatedBytesPerStep").getAsDouble() >= 0);
    assertEquals(6, json.getAsJsonArray("kernels").size());
    double share = json.get("seedGflops1").getAsDouble() / json.get("fmaGflops1").getAsDouble();
    assertEquals(share, json.get("seedShareOfLimit1").getAsDouble(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--dataset /nowhere", "--threads 0", "--kernel cuda", "--json=maybe", "extra"})
  void wrongUsageIsOneLine(String arguments) {
    String[] words = ("benchmark " + arguments).split(" ");
    CommandRun run = CommandRun.of(words);
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().lines().anyMatch(line -> line.startsWith("glassbox: ")), run.err());
  }
}
