package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.data.Datasets;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusionCommandTest {
  @TempDir static Path folder;
  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    Path data = SmallRuns.dataset(folder.resolve("data"));
    run = folder.resolve("run");
    CommandRun.of(SmallRuns.train(data, run, "--quiet")).succeeded();
  }

  private static CommandRun confusion(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "confusion";
    args[1] = run.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return CommandRun.of(args);
  }

  private static int[][] counts(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",")).skip(1).mapToInt(Integer::parseInt).toArray())
        .toArray(int[][]::new);
  }

  @Test
  void countsAreThoseOfOnnxRuntimeOnAllTestImagesOfMnist() throws IOException, OrtException {
    Path mnistRun = folder.resolve("mnist");
    CommandRun.of(
            "train",
            "seed",
            "--set",
            "network=[\"dense 32\",\"relu\",\"dense 10\"]",
            "--set",
            "epochs=1",
            "--set",
            "batchSize=128",
            "--out",
            mnistRun.toString(),
            "--quiet")
        .succeeded();
    int[][] ours =
        counts(CommandRun.of("confusion", mnistRun.toString(), "--csv").succeeded().out());
    ImageSet test = Datasets.load("mnist").test();
    int[][] theirs = new int[10][10];
    int image = 0;
    for (float[] probabilities : answersOfOnnxRuntime(mnistRun.resolve("model.onnx"), test)) {
      theirs[test.label(image++)][argMax(probabilities)]++;
    }
    assertEquals(10_000, Arrays.stream(ours).flatMapToInt(Arrays::stream).sum());
    assertEquals(Arrays.deepToString(theirs), Arrays.deepToString(ours));
  }

  private static float[][] answersOfOnnxRuntime(Path model, ImageSet images) throws OrtException {
    float[][] input = new float[images.count()][];
    Matrix row = new Matrix(1, images.pixelsPerImage());
    for (int n = 0; n < input.length; n++) {
      images.copyTo(n, row, 0);
      input[n] = row.values().clone();
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model.toString());
        OnnxTensor tensor = OnnxTensor.createTensor(environment, input);
        OrtSession.Result result = session.run(Map.of("images", tensor))) {
      return (float[][]) result.get("probabilities").orElseThrow().getValue();
    }
  }

  private static int argMax(float[] row) {
    int best = 0;
    for (int c = 1; c < row.length; c++) {
      best = row[c] > row[best] ? c : best;
    }
    return best;
  }

  @ParameterizedTest
  @CsvSource({"test, 20", "validation, 10", "training, 50"})
  void everyPartCanBeAskedFor(String part, int images) {
    int[][] counts = counts(confusion("--csv", "--part", part).succeeded().out());
    assertEquals(SmallRuns.CLASSES, counts.length);
    assertEquals(images, Arrays.stream(counts).flatMapToInt(Arrays::stream).sum());
  }

  @Test
  void theTableEndsWithFiguresTotalsAndTheTopConfusions() {
    String table = confusion().succeeded().out();
    List<String> lines = table.lines().toList();
    assertTrue(lines.getFirst().matches("true \\\\ predicted .*images +recall +precision +F1"));
    assertTrue(lines.get(6).matches("all .* 20 +\\d+\\.\\d\\d%"), lines.get(6));
    assertTrue(
        lines.stream().skip(7).allMatch(line -> line.matches(".+ taken for .+: \\d+")), table);
  }

  @Test
  void jsonHasCountsFiguresAndTopConfusions() {
    JsonObject json =
        JsonParser.parseString(confusion("--json").succeeded().out()).getAsJsonObject();
    assertEquals(
        List.of("images", "accuracy", "classes", "counts", "top"), List.copyOf(json.keySet()));
    JsonArray rows = json.getAsJsonArray("counts");
    int correct = 0;
    for (int c = 0; c < rows.size(); c++) {
      correct += rows.get(c).getAsJsonArray().get(c).getAsInt();
    }
    assertEquals(correct / 20.0, json.get("accuracy").getAsDouble(), 1e-12);
    JsonObject first = json.getAsJsonArray("classes").get(0).getAsJsonObject();
    assertEquals(
        List.of("name", "images", "recall", "precision", "f1"), List.copyOf(first.keySet()));
  }

  @Test
  void whatCannotBeShownIsRefusedInOneLine() {
    confusion("--csv", "--json").failed(2, "--csv --json", "expected one of them");
    confusion("--part", "nonsense").failed(2, "nonsense");
    confusion("--dataset", "mnist").failed(2, run.toString(), "784 pixels", "from 36 to 5");
    CommandRun.of("confusion", folder.resolve("nowhere").toString()).failed(2, "nowhere");
  }
}
