package glassbox.cli;

import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.Split;
import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.training.Evaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox confusion}: which classes a run's network takes for which. */
@Command(
    name = "confusion",
    mixinStandardHelpOptions = true,
    description = "Show which classes a run's network takes for which.")
final class ConfusionCommand implements Callable<Integer> {
  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Parameters(paramLabel = "RUN", description = "A run's folder.")
  private Path run = Path.of("");

  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "Another data set than the one that the network was trained on.")
  private @Nullable String dataset;

  @Option(
      names = "--part",
      paramLabel = "PART",
      description = "Which images: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Part part = Part.test;

  @Option(names = "--csv", description = "Print a row of counts for each true class.")
  private boolean csv;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Named as they are written on the command line. */
  enum Part {
    test,
    validation,
    training
  }

  @Override
  public Integer call() throws IOException, BadInputException {
    if (csv && json) {
      throw new BadInputException("cannot print", "--csv --json", "expected one of them, got both");
    }
    RunFolder folder = RunFolder.open(run);
    try (Compute compute = computeOptions.open()) {
      Model model = ModelFile.read(folder.model(), compute);
      ImageDataset data = Datasets.load(dataset == null ? model.recipe().dataset() : dataset);
      Fit.require("cannot show the confusion", model, data, run.toString());
      ImageSet images = images(data, model.recipe().validation());
      Evaluator evaluator = new Evaluator(model.network(), compute);
      Predictions answers = new Predictions(images, evaluator.probabilities(images));
      print(new ConfusionTable(new ConfusionMatrix(answers), data.classNames()));
    }
    return 0;
  }

  private void print(ConfusionTable table) {
    if (json) {
      System.out.println(table.json());
    } else {
      System.out.print(csv ? table.csv() : table.words());
    }
  }

  private ImageSet images(ImageDataset data, int heldOut) throws BadInputException {
    if (part == Part.test) {
      return data.test();
    }
    if (part == Part.validation && heldOut == 0) {
      throw bad("expected a run that holds images out for --part validation, got one with none");
    }
    if (heldOut >= data.train().count()) {
      throw bad(
          "expected more than the %d images held out in the training set of %s, got %d"
              .formatted(heldOut, data.name(), data.train().count()));
    }
    Split split = Split.holdOut(data.train(), heldOut);
    return part == Part.validation ? split.heldOut() : split.learned();
  }

  private BadInputException bad(String expectedAndGot) {
    return new BadInputException("cannot show the confusion", run.toString(), expectedAndGot);
  }
}
