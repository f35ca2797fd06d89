package glassbox.cli;

import glassbox.cli.Answers.Named;
import glassbox.cli.Answers.Together;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.EnsembleFolder;
import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.RunArchive;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
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

  @Option(
      names = "--ensemble",
      description = "Also join several networks to one, whose logits are their mean.")
  private boolean ensemble;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keep that one in a new folder, for evaluate, export and the window.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /**
   * A network and where it was read from.
   *
   * @param joins how many networks it is made of
   */
  private record Member(Path file, Model model, int joins) {}

  @Override
  public Integer call() throws IOException, BadInputException {
    requireSense();
    try (Compute compute = computeOptions.open()) {
      List<Member> members = new ArrayList<>();
      for (Path modelOrRun : modelsOrRuns) {
        members.add(read(modelOrRun, compute));
      }
      ImageDataset data = Datasets.load(datasetOf(members));
      Answers answers = answers(members, new Examiner(data, augmentations, compute));
      System.out.println(json ? answers.json() : answers.words());
    }
    return 0;
  }

  private Answers answers(List<Member> members, Examiner examiner)
      throws IOException, BadInputException {
    List<Named> each = new ArrayList<>();
    for (Member member : members) {
      Answer answer = examiner.answer(member.model(), member.file().toString());
      each.add(new Named(modelsOrRuns.get(each.size()).toString(), answer));
    }
    Member first = members.getFirst();
    if (!ensemble && first.joins() > 1) {
      Together together = new Together(first.joins(), each.getFirst().answer());
      return new Answers(examiner.data(), List.of(), together);
    }
    Together together = ensemble ? join(members, examiner) : null;
    return new Answers(examiner.data(), each, together);
  }

  /** All as one, which is kept where that is asked for. */
  private Together join(List<Member> members, Examiner examiner)
      throws IOException, BadInputException {
    Model joined = joined(members, examiner.compute());
    if (out != null) {
      Model named =
          new Model(
              joined.network(),
              joined.recipe().withDataset(datasetOf(members)),
              joined.classNames());
      EnsembleFolder.write(
          RunFolder.create(out),
          named,
          modelsOrRuns.stream().map(Path::toString).toList(),
          new EnsembleFolder.Trial(examiner.data(), examiner.compute()));
    }
    return new Together(members.size(), examiner.answer(joined, "--ensemble"));
  }

  private static Model joined(List<Member> members, Compute compute) throws BadInputException {
    try {
      return EnsembleFolder.join(members.stream().map(Member::model).toList(), compute);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot evaluate the models together", "--ensemble", String.valueOf(e.getMessage()));
    }
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
    if (out != null && !ensemble) {
      throw new BadInputException(
          "cannot evaluate", "--out", "expected --ensemble beside it: only an ensemble is kept");
    }
  }

  private static Member read(Path modelOrRun, Compute compute) throws IOException {
    if (RunArchive.isNamedSo(modelOrRun)) {
      try (RunSource source = RunSource.of(modelOrRun)) {
        Member unpacked = read(source.path(), compute);
        return new Member(modelOrRun, unpacked.model(), unpacked.joins());
      }
    }
    if (!Files.isDirectory(modelOrRun)) {
      return new Member(modelOrRun, ModelFile.read(modelOrRun, compute), 1);
    }
    RunFolder folder = RunFolder.open(modelOrRun);
    int joins = Math.max(1, folder.readAbout().members().size());
    return new Member(folder.model(), ModelFile.read(folder.model(), compute), joins);
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
}
