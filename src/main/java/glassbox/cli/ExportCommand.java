package glassbox.cli;

import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.OnnxFile;
import glassbox.format.ReportFile;
import glassbox.format.RunArchive;
import glassbox.format.RunFolder;
import glassbox.format.TensorBoardFiles;
import glassbox.linalg.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox export}: a run's network, report, curves or all of it for others. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a run's network, report, curves or all of it for others.")
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "A run's folder or .glassbox file.")
  private Path run = Path.of("");

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Target target = new Target();

  /** One of them. */
  static final class Target {
    @Option(names = "--onnx", paramLabel = "F", description = "The network as ONNX.")
    private @Nullable Path onnx;

    @Option(
        names = "--safetensors",
        paramLabel = "F",
        description = "The network as a torch.nn.Sequential's state_dict.")
    private @Nullable Path safetensors;

    @Option(
        names = "--report",
        paramLabel = "F.html",
        description = "The report as one page that needs nothing else.")
    private @Nullable Path report;

    @Option(
        names = "--glassbox",
        paramLabel = "F.glassbox",
        description = "The whole run as one file, to open elsewhere.")
    private @Nullable Path glassbox;

    @Option(
        names = "--tensorboard",
        paramLabel = "DIR",
        description = "The curves as TensorBoard's event files.")
    private @Nullable Path tensorboard;
  }

  @Override
  public Integer call() throws IOException {
    try (RunSource source = RunSource.of(run)) {
      export(source.run());
    }
    return 0;
  }

  private void export(RunFolder folder) throws IOException {
    if (target.report != null) {
      ReportFile.write(folder.report(), target.report.toAbsolutePath());
    } else if (target.glassbox != null) {
      RunArchive.pack(folder.path(), target.glassbox.toAbsolutePath());
    } else if (target.tensorboard != null) {
      TensorBoardFiles.write(folder, target.tensorboard.toAbsolutePath());
    } else {
      exportNetwork(folder);
    }
  }

  private void exportNetwork(RunFolder folder) throws IOException {
    try (Compute compute = Compute.single()) {
      Model model = ModelFile.read(folder.model(), compute);
      if (target.onnx != null) {
        OnnxFile.write(
            target.onnx.toAbsolutePath(), model.network(), model.recipe(), model.classNames());
      }
      if (target.safetensors != null) {
        ModelFile.write(
            target.safetensors.toAbsolutePath(),
            model.network(),
            model.recipe(),
            model.classNames());
      }
    }
  }
}
