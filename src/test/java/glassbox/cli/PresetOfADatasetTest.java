package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.training.Presets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A preset is the one for the data set that was named, however that was done. */
class PresetOfADatasetTest {
  @Command
  private static final class Options {
    @Mixin private final RecipeOptions recipe = new RecipeOptions();
  }

  @ParameterizedTest
  @CsvSource({
    "modern, mnist",
    "modern --dataset fashion-mnist, fashion-mnist",
    "record --dataset fashion-mnist, fashion-mnist",
    "modern --set dataset=fashion-mnist, fashion-mnist",
    "modern --set dataset=\"fashion-mnist\", fashion-mnist",
    "modern --dataset fashion-mnist --set dataset=mnist, mnist",
    "modern --dataset some/folder, some/folder",
    "seed --dataset fashion-mnist, fashion-mnist",
  })
  void theVariantFollowsTheDataSet(String words, String dataset) throws Exception {
    Options options = new Options();
    new CommandLine(options).parseArgs(words.split(" "));
    assertEquals(Presets.named(words.split(" ")[0], dataset), options.recipe.read());
  }
}
