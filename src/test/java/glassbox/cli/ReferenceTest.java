package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.data.Batches;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.ModelFile;
import glassbox.format.RecipeJson;
import glassbox.format.Safetensors;
import glassbox.format.Safetensors.Tensor;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs that PyTorch computed in double precision, done again. */
class ReferenceTest {
  private static final List<String> RUNS =
      List.of(
          "adam-sigmoid",
          "adamw-gelu-batchnorm",
          "maxnorm-deep",
          "momentum-tanh",
          "rmsprop-leaky",
          "sgd-batchnorm",
          "sgd-relu");

  @TempDir Path folder;

  static Stream<String> runs() {
    return RUNS.stream();
  }

  static Stream<Arguments> runsKernelsAndThreads() {
    return runs()
        .flatMap(run ->
            Compute.KERNELS.stream()
                .flatMap(kernel ->
                    Stream.of("1", "2").map(threads -> Arguments.of(run, kernel, threads))));
  }

  private static Path reference(String run, String file) {
    return Path.of("src/test/resources/reference").resolve(run).resolve(file);
  }

  private JsonObject train(String run, String kernel, String threads) {
    CommandRun done =
        CommandRun.of(
                "train",
                reference(run, "recipe.json").toString(),
                "--dataset",
                reference(run, "data").toString(),
                "--init",
                reference(run, "init.safetensors").toString(),
                "--out",
                folder.toString(),
                "--kernel",
                kernel,
                "--threads",
                threads,
                "--quiet",
                "--json")
            .succeeded();
    assertEquals("", done.err());
    return JsonParser.parseString(done.out()).getAsJsonObject();
  }

  @ParameterizedTest
  @MethodSource("runsKernelsAndThreads")
  void theRunIsPyTorchs(String run, String kernel, String threads) throws IOException {
    JsonObject summary = train(run, kernel, threads);
    JsonObject expected =
        JsonParser.parseString(Files.readString(reference(run, "expected.json"))).getAsJsonObject();
    assertSteps(expected, Files.readAllLines(folder.resolve("metrics.csv")));
    assertSameTensors(reference(run, "expected.safetensors"), folder.resolve("model.safetensors"));
    assertClose(number(expected, "testLoss"), number(summary, "testLoss"), 1e-5, "test loss");
    assertEquals(number(expected, "testAccuracy"), number(summary, "testAccuracy"), 1e-9);
    assertEquals(kernel, summary.get("kernel").getAsString());
    assertEquals(threads, summary.get("threads").getAsString());
  }

  private static double number(JsonObject json, String key) {
    return json.get(key).getAsDouble();
  }

  /** Within a share of the expected value. */
  private static void assertClose(double expected, double got, double share, String what) {
    assertEquals(expected, got, share * Math.abs(expected), what);
  }

  private static void assertSteps(JsonObject expected, List<String> rows) {
    JsonArray losses = expected.getAsJsonArray("loss");
    JsonArray accuracies = expected.getAsJsonArray("accuracy");
    JsonArray rates = expected.getAsJsonArray("learningRate");
    assertEquals(losses.size() + 1, rows.size());
    for (int step = 0; step < losses.size(); step++) {
      String[] row = rows.get(step + 1).split(",");
      String where = " of step " + row[0];
      assertEquals(Integer.toString(step + 1), row[0]);
      assertClose(losses.get(step).getAsDouble(), Double.parseDouble(row[2]), 1e-5, "loss" + where);
      assertEquals(
          accuracies.get(step).getAsDouble(), Double.parseDouble(row[3]), 1e-9, "accuracy" + where);
      assertClose(rates.get(step).getAsDouble(), Double.parseDouble(row[4]), 1e-12, "rate" + where);
    }
  }

  private static void assertSameTensors(Path expected, Path got) throws IOException {
    var wanted = Safetensors.read(expected).tensors();
    var tensors = Safetensors.read(got).tensors();
    assertEquals(wanted.keySet(), withoutCounts(tensors.keySet()));
    for (String name : wanted.keySet()) {
      assertEquals(wanted.get(name).shape(), tensors.get(name).shape(), name);
      assertArrayEquals(wanted.get(name).values(), tensors.get(name).values(), 2e-5f, name);
    }
  }

  /** Batch norm counts its batches; the reference does not. */
  private static Set<String> withoutCounts(Set<String> names) {
    return names.stream()
        .filter(name -> !name.endsWith(".num_batches_tracked"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theGradientsOfTheFirstStepArePyTorchs(String run) throws IOException {
    Recipe recipe = RecipeJson.read(reference(run, "recipe.json"));
    ImageDataset data = Datasets.load(reference(run, "data").toString());
    try (Compute compute = Compute.of("plain", 1)) {
      int n = recipe.batchSize();
      Network network = new Network(recipe.network(), data.pixelsPerImage(), n, compute);
      ModelFile.load(reference(run, "init.safetensors"), network);
      firstStep(network, recipe, data);
      var wanted = Safetensors.read(reference(run, "gradients.safetensors")).tensors();
      assertEquals(wanted.size(), network.parameters().size());
      for (Parameter parameter : network.parameters()) {
        Tensor gradient = wanted.get(parameter.name());
        assertArrayEquals(
            gradient.values(), asInPyTorch(parameter.gradient()), 1e-5f, parameter.name());
      }
    }
  }

  private static void firstStep(Network network, Recipe recipe, ImageDataset data) {
    int n = recipe.batchSize();
    Matrix x = new Matrix(n, data.pixelsPerImage());
    int[] labels = new int[n];
    new Batches(data.train(), n, false, 1).fill(0, 0, 0, x, labels);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(n, data.classes(), recipe.labelSmoothing());
    loss.forward(network.forward(x, Pass.training(recipe.seed())), labels);
    network.backward(loss.backward(labels));
  }

  /** [in x out] as [out, in], row by row; a vector stays as it is. */
  private static float[] asInPyTorch(Matrix value) {
    float[] out = new float[value.size()];
    for (int row = 0; row < value.rows(); row++) {
      for (int column = 0; column < value.columns(); column++) {
        out[column * value.rows() + row] = value.get(row, column);
      }
    }
    return out;
  }
}
