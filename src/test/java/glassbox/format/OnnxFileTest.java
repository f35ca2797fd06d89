package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.LayerSpec;
import glassbox.training.Evaluator;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime answers 1,000 real test images as we do, with every kind of layer. */
class OnnxFileTest {
  @TempDir Path folder;

  private static Trainer trained(Compute compute) throws IOException {
    ImageDataset mnist = Datasets.load("mnist");
    Recipe recipe =
        Presets.seed()
            .withNetwork(
                Stream.of(
                        "dense 40",
                        "batchnorm",
                        "relu",
                        "dropout 0.2",
                        "dense 30",
                        "gelu",
                        "dense 30",
                        "leaky-relu 0.1",
                        "dense 20",
                        "tanh",
                        "dense 20",
                        "sigmoid",
                        "dense 10")
                    .map(LayerSpec::parse)
                    .toList());
    Trainer trainer = new Trainer(recipe, mnist, compute);
    for (int step = 0; step < 300; step++) {
      trainer.step();
    }
    return trainer;
  }

  private static float[][] probabilitiesOfOnnxRuntime(Path model, ImageSet images)
      throws OrtException {
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

  @Test
  void onnxRuntimeGivesOurProbabilities() throws IOException, OrtException {
    try (Compute compute = Compute.of("plain", 1)) {
      Trainer trainer = trained(compute);
      Path file = folder.resolve("model.onnx");
      OnnxFile.write(file, trainer.answering(), trainer.recipe(), trainer.dataset().classNames());
      ImageSet images = trainer.dataset().test().slice(0, 1000);
      Matrix ours = new Evaluator(trainer.answering(), compute).probabilities(images);
      float[][] theirs = probabilitiesOfOnnxRuntime(file, images);
      for (int n = 0; n < images.count(); n++) {
        float[] row = java.util.Arrays.copyOfRange(ours.values(), n * 10, n * 10 + 10);
        assertArrayEquals(row, theirs[n], 1e-5f, "image " + n);
      }
      assertTrue(trainer.test().accuracy() > 0.5, "it has learned something to compare");
    }
  }

  @Test
  void whatIsWrittenIsReadBackBitForBit() throws IOException {
    try (Compute compute = Compute.of("plain", 1)) {
      Trainer trainer = trained(compute);
      Path file = folder.resolve("model.onnx");
      OnnxFile.write(file, trainer.answering(), trainer.recipe(), trainer.dataset().classNames());
      ModelFile.Model model = ModelFile.read(file, compute);
      assertEquals(trainer.recipe(), model.recipe());
      ImageSet images = trainer.dataset().test().slice(0, 100);
      assertArrayEquals(
          new Evaluator(trainer.answering(), compute).probabilities(images).values(),
          new Evaluator(model.network(), compute).probabilities(images).values());
    }
  }

  @Test
  void anotherKindOfFileIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("model.onnx"), "not a model at all");
    try (Compute compute = Compute.of("plain", 1)) {
      FormatException e = assertThrows(FormatException.class, () -> ModelFile.read(file, compute));
      assertEquals(1, e.getMessage().lines().count());
      assertTrue(e.getMessage().contains("model.onnx"), e.getMessage());
    }
  }
}
