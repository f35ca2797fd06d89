package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.format.ModelFile.Model;
import glassbox.format.Safetensors.Tensor;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Pass;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final int PIXELS = 4;
  private static final List<String> CLASSES = List.of("Äpfel", "T-shirt / top");

  private final Recipe recipe =
      new RecipeBuilder().network("dense 3", "relu", "dense 2").seed(9).build();
  private final Network network = network(recipe);
  @TempDir Path folder;

  /** Parameters 1, 2, 3, ... in the order of the network. */
  private static Network network(Recipe recipe) {
    Network network = new Network(recipe.network(), PIXELS, 5, Compute.of("plain", 1));
    int next = 1;
    for (Parameter parameter : network.parameters()) {
      for (int i = 0; i < parameter.size(); i++) {
        parameter.value().values()[i] = next++;
      }
    }
    return network;
  }

  private Path written() throws IOException {
    Path file = folder.resolve("model.safetensors");
    ModelFile.write(file, network, recipe, CLASSES);
    return file;
  }

  /** The model's file with other tensors in it. */
  private Path with(Map<String, Tensor> tensors) throws IOException {
    Path file = folder.resolve("changed.safetensors");
    Map<String, String> metadata = Safetensors.read(written()).metadata();
    try (OutputStream out = Files.newOutputStream(file)) {
      new Safetensors(metadata, tensors).write(out);
    }
    return file;
  }

  private Map<String, Tensor> tensors() throws IOException {
    return new LinkedHashMap<>(Safetensors.read(written()).tensors());
  }

  private static float[] zeros(int count) {
    return new float[count];
  }

  @Test
  void namesAndShapesAreThoseOfPyTorch() throws IOException {
    Map<String, Tensor> tensors = tensors();
    assertEquals(
        List.of("0.weight", "0.bias", "2.weight", "2.bias"), List.copyOf(tensors.keySet()));
    assertEquals(List.of(3L, 4L), tensors.get("0.weight").shape());
    assertEquals(List.of(3L), tensors.get("0.bias").shape());
    assertEquals(List.of(2L, 3L), tensors.get("2.weight").shape());
    assertEquals(List.of(2L), tensors.get("2.bias").shape());
  }

  @Test
  void weightsAreTransposed() throws IOException {
    assertArrayEquals(
        new float[] {1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12}, tensors().get("0.weight").values());
    assertArrayEquals(new float[] {13, 14, 15}, tensors().get("0.bias").values());
  }

  @Test
  void theFileTellsTheRecipeAndTheClasses() throws IOException {
    Map<String, String> metadata = Safetensors.read(written()).metadata();
    assertEquals("pt", metadata.get("format"));
    assertEquals(recipe, RecipeJson.parse(metadata.get("recipe"), "here"));
    assertEquals("Äpfel\nT-shirt / top", metadata.get("classes"));
  }

  @Test
  void aModelIsReadWithAllThatIsNeededToUseIt() throws IOException {
    Model model = ModelFile.read(written(), Compute.of("plain", 1));
    assertEquals(recipe, model.recipe());
    assertEquals(CLASSES, model.classNames());
    assertEquals(PIXELS, model.network().inputs());
    Matrix image = Matrix.of(1, PIXELS, 0.1f, 0.2f, 0.3f, 0.4f);
    float[] wanted = network.forward(image, Pass.EVALUATION).values();
    float[] got = model.network().forward(image, Pass.EVALUATION).values();
    assertEquals(wanted[0], got[0]);
    assertEquals(wanted[1], got[1]);
  }

  @Test
  void layersOfASingleUnitKeepTheirShapes() throws IOException {
    Recipe narrow = new RecipeBuilder().network("dense 1", "dense 1", "dense 2").build();
    Path file = folder.resolve("narrow.safetensors");
    ModelFile.write(file, network(narrow), narrow, CLASSES);
    Map<String, Tensor> tensors = Safetensors.read(file).tensors();
    assertEquals(List.of(1L, 4L), tensors.get("0.weight").shape());
    assertEquals(List.of(1L, 1L), tensors.get("1.weight").shape());
    assertEquals(List.of(1L), tensors.get("1.bias").shape());
    assertEquals(List.of(2L, 1L), tensors.get("2.weight").shape());
    Network read = ModelFile.read(file, Compute.of("plain", 1)).network();
    assertSameParameters(network(narrow), read);
  }

  private static void assertSameParameters(Network wanted, Network got) {
    for (int i = 0; i < wanted.parameters().size(); i++) {
      assertArrayEquals(
          wanted.parameters().get(i).value().values(), got.parameters().get(i).value().values());
    }
  }

  @Test
  void loadSetsEveryParameter() throws IOException {
    Path file = written();
    network.parameters().forEach(parameter -> parameter.value().fill(0));
    ModelFile.load(file, network);
    assertSameParameters(network(recipe), network);
  }

  @Test
  void loadNeedsNoMetadata() throws IOException {
    Path file = folder.resolve("bare.safetensors");
    Map<String, Tensor> tensors = tensors();
    tensors.put("2.bias", new Tensor(List.of(2L), new float[] {-1, -2}, false));
    try (OutputStream out = Files.newOutputStream(file)) {
      new Safetensors(Map.of(), tensors).write(out);
    }
    ModelFile.load(file, network);
    assertArrayEquals(new float[] {-1, -2}, network.parameters().get(3).value().values());
  }

  private void assertNothingLoaded(Map<String, Tensor> tensors, String... whatIsWrong)
      throws IOException {
    Path file = with(tensors);
    Refused.reading(() -> ModelFile.load(file, network), file, whatIsWrong);
    assertSameParameters(network(recipe), network);
  }

  @Test
  void aTensorOfAnotherShapeIsRefusedAndNothingIsLoaded() throws IOException {
    Map<String, Tensor> tensors = tensors();
    tensors.put("0.weight", new Tensor(List.of(3L, 4L), zeros(12), false));
    tensors.put("2.bias", new Tensor(List.of(3L), zeros(3), false));
    assertNothingLoaded(tensors, "expected tensor 2.bias of shape [2], got shape [3]");
  }

  @Test
  void anUntransposedWeightIsRefused() throws IOException {
    Map<String, Tensor> tensors = tensors();
    tensors.put("0.weight", new Tensor(List.of(4L, 3L), zeros(12), false));
    assertNothingLoaded(tensors, "0.weight of shape [3, 4], got shape [4, 3]");
  }

  @Test
  void aMissingTensorIsRefusedAndNothingIsLoaded() throws IOException {
    Map<String, Tensor> tensors = tensors();
    tensors.put("0.weight", new Tensor(List.of(3L, 4L), zeros(12), false));
    tensors.remove("2.bias");
    assertNothingLoaded(tensors, "expected tensor 2.bias of shape [2], got none");
  }

  @Test
  void aTensorTooManyIsRefusedAndNothingIsLoaded() throws IOException {
    Map<String, Tensor> tensors = tensors();
    tensors.put("0.weight", new Tensor(List.of(3L, 4L), zeros(12), false));
    tensors.put("4.bias", new Tensor(List.of(2L), zeros(2), false));
    assertNothingLoaded(tensors, "expected no tensor 4.bias");
  }

  @Test
  void aForeignFileIsRefusedInWordsThatHelp() throws IOException {
    Path file = Path.of("src/test/resources/reference/sgd-relu/init.safetensors");
    Refused.reading(
        () -> ModelFile.read(file, Compute.of("plain", 1)),
        file,
        "expected a model saved by Glassbox",
        "recipe and classes");
  }

  @Test
  void aModelThatContradictsItsRecipeIsRefused() throws IOException {
    Map<String, Tensor> tensors = tensors();
    tensors.put("0.bias", new Tensor(List.of(1L), zeros(1), false));
    Path file = with(tensors);
    Refused.reading(() -> ModelFile.read(file, Compute.of("plain", 1)), file, "0.bias");
  }

  @Test
  void aModelWhoseRecipeIsBrokenIsRefused() throws IOException {
    Path file = folder.resolve("broken.safetensors");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Safetensors(Map.of("recipe", "{\"epochs\": 0}", "classes", "a\nb"), tensors()).write(out);
    }
    Refused.reading(() -> ModelFile.read(file, Compute.of("plain", 1)), file, "epochs");
  }
}
