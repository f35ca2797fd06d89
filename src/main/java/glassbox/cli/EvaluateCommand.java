package glassbox.cli;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.RunFolder;
import glassbox.format.RunSummary;
import glassbox.linalg.Compute;
import glassbox.training.Evaluation;
import glassbox.training.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox evaluate}: how well a saved network does on a test set. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measure a saved network on the test set.")
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Parameters(
      paramLabel = "MODEL_OR_RUN",
      description = "A .safetensors or .onnx file of ours, or a run's folder.")
  private Path modelOrRun = Path.of("");

  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "Another data set than the one that the network was trained on.")
  private @Nullable String dataset;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, BadInputException {
    Path file = Files.isDirectory(modelOrRun) ? RunFolder.open(modelOrRun).model() : modelOrRun;
    try (Compute compute = computeOptions.open()) {
      Model model = ModelFile.read(file, compute);
      ImageDataset data = Datasets.load(dataset == null ? model.recipe().dataset() : dataset);
      requireFit(model, data, file);
      Evaluation evaluation = new Evaluator(model.network(), compute).evaluate(data.test());
      System.out.println(json ? RunSummary.json(evaluation) : words(evaluation));
    }
    return 0;
  }

  private static void requireFit(Model model, ImageDataset data, Path file)
      throws BadInputException {
    int pixels = data.pixelsPerImage();
    if (model.network().inputs() != pixels || model.network().outputs() != data.classes()) {
      throw new BadInputException(
          "cannot evaluate the model",
          file.toString(),
          "expected a network from %d pixels to %d classes for %s, got one from %d to %d"
              .formatted(
                  pixels,
                  data.classes(),
                  data.name(),
                  model.network().inputs(),
                  model.network().outputs()));
    }
  }

  private static String words(Evaluation evaluation) {
    return String.format(
        Locale.ROOT,
        "%,d images · accuracy %.2f %% · loss %.4f",
        evaluation.images(),
        100 * evaluation.accuracy(),
        evaluation.loss());
  }
}
