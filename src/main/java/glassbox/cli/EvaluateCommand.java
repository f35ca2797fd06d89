package glassbox.cli;

import glassbox.data.Augmentation;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.RunArchive;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.Evaluator;
import glassbox.training.TestTimeAugmentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox evaluate}: how well a saved network, or several together, do on a test set. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measure a saved network on the test set.")
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_AUGMENTATIONS = 1000;

  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL_OR_RUN",
      description = "A .safetensors or .onnx file of ours, or a run's folder or .glassbox file.")
  private List<Path> modelsOrRuns = new ArrayList<>();

  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "Another data set than the one that the network was trained on.")
  private @Nullable String dataset;

  @Option(
      names = "--augmentations",
      paramLabel = "N",
      description = "Also average the answers to each image and N changed versions of it.")
  private int augmentations;

  @Option(names = "--ensemble", description = "Also average the answers of several networks.")
  private boolean ensemble;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** A network and where it was read from. */
  private record Member(Path file, Model model) {}

  @Override
  public Integer call() throws IOException, BadInputException {
    requireSense();
    try (Compute compute = computeOptions.open()) {
      List<Member> members = new ArrayList<>();
      for (Path modelOrRun : modelsOrRuns) {
        members.add(read(modelOrRun, compute));
      }
      ImageDataset data = Datasets.load(datasetOf(members));
      List<Answer> each = new ArrayList<>();
      for (Member member : members) {
        each.add(answer(member, data, compute));
      }
      List<String> names = modelsOrRuns.stream().map(Path::toString).toList();
      Answers answers = new Answers(data, names, each, augmentations);
      System.out.println(json ? answers.json() : answers.words());
    }
    return 0;
  }

  private void requireSense() throws BadInputException {
    if (augmentations < 0 || augmentations > MOST_AUGMENTATIONS) {
      throw new BadInputException(
          "cannot evaluate",
          "--augmentations",
          "expected a number in [0, %d], got %d".formatted(MOST_AUGMENTATIONS, augmentations));
    }
    if (ensemble != modelsOrRuns.size() > 1) {
      throw new BadInputException(
          "cannot evaluate",
          ensemble ? "--ensemble" : modelsOrRuns.get(1).toString(),
          ensemble
              ? "expected at least two networks, got one"
              : "expected one network, or --ensemble for several together");
    }
  }

  private static Member read(Path modelOrRun, Compute compute) throws IOException {
    if (RunArchive.isNamedSo(modelOrRun)) {
      try (RunSource source = RunSource.of(modelOrRun)) {
        return new Member(modelOrRun, ModelFile.read(source.run().model(), compute));
      }
    }
    Path file = Files.isDirectory(modelOrRun) ? RunFolder.open(modelOrRun).model() : modelOrRun;
    return new Member(file, ModelFile.read(file, compute));
  }

  /** The data set that was named, or the one that all have learned. */
  private String datasetOf(List<Member> members) throws BadInputException {
    if (dataset != null) {
      return dataset;
    }
    String first = members.getFirst().model().recipe().dataset();
    for (Member member : members) {
      String own = member.model().recipe().dataset();
      if (!own.equals(first)) {
        throw new BadInputException(
            "cannot evaluate the models together",
            member.file().toString(),
            "expected one trained on %s as the first, got one trained on %s".formatted(first, own));
      }
    }
    return first;
  }

  private Answer answer(Member member, ImageDataset data, Compute compute)
      throws BadInputException {
    requireFit(member.model(), data, member.file());
    Evaluator evaluator = new Evaluator(member.model().network(), compute);
    Matrix plain = evaluator.probabilities(data.test());
    return new Answer(plain, augmentations == 0 ? null : augmented(member, data, evaluator));
  }

  private Matrix augmented(Member member, ImageDataset data, Evaluator evaluator)
      throws BadInputException {
    Augmentation augmentation = member.model().recipe().augmentation();
    try {
      if (augmentation == null) {
        throw new IllegalArgumentException(
            "expected a network trained with augmentation, got one trained without");
      }
      return new TestTimeAugmentation(augmentation, augmentations, member.model().recipe().seed())
          .probabilities(evaluator, data.test());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot evaluate with augmentation",
          member.file().toString(),
          String.valueOf(e.getMessage()));
    }
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
}
