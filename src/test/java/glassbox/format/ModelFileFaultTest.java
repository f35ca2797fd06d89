package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import glassbox.format.Safetensors.Tensor;
import glassbox.linalg.Compute;
import glassbox.nn.Network;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileFaultTest {
  @TempDir Path folder;

  /** read() finds the number of inputs in 0.weight only, but a network may begin with any layer. */
  @Test
  void aNetworkThatBeginsWithAnotherLayerIsReadAgain() throws Exception {
    Recipe recipe = new RecipeBuilder().network("relu", "dense 2").build();
    Path file = folder.resolve("model.safetensors");
    ModelFile.write(
        file, new Network(recipe.network(), 4, 1, Compute.single()), recipe, List.of("a", "b"));
    assertEquals(4, ModelFile.read(file, Compute.single()).network().inputs());
  }

  /** read() builds the network of the recipe before it compares it with the file's size. */
  @Test
  void aSmallFileThatPromisesAHugeNetworkIsRefusedWithoutMemory() throws Exception {
    Path file = folder.resolve("model.safetensors");
    Recipe recipe = new RecipeBuilder().network("dense 20000", "dense 1000").build();
    try (OutputStream out = Files.newOutputStream(file)) {
      new Safetensors(
              Map.of("recipe", RecipeJson.write(recipe), "classes", "a\nb"),
              Map.of("0.weight", new Tensor(List.of(1L, 4L), new float[4], false)))
          .write(out);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Refused.reading(() -> ModelFile.read(file, Compute.single()), file);
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(taken < 8 << 20, "took " + taken + " bytes");
  }

  /** As many class names as the network has outputs are not asked for. */
  @Test
  void classesThatAreNotAsManyAsOutputsAreRefused() throws Exception {
    Recipe recipe = new RecipeBuilder().network("dense 2").build();
    Path file = folder.resolve("model.safetensors");
    ModelFile.write(
        file, new Network(recipe.network(), 4, 1, Compute.single()), recipe, List.of("a"));
    Refused.reading(() -> ModelFile.read(file, Compute.single()), file, "classes");
  }
}
