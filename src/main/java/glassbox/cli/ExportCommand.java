package glassbox.cli;

import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.OnnxFile;
import glassbox.format.ReportFile;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox export}: a run's network or report as one file for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a run's network or report as one file for other programs.")
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "A run's folder.")
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
        description = "The report as one page with its pictures in it.")
    private @Nullable Path report;
  }

  @Override
  public Integer call() throws IOException {
    RunFolder folder = RunFolder.open(run);
    if (target.report != null) {
      ReportFile.write(folder.report(), target.report.toAbsolutePath());
      return 0;
    }
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
    return 0;
  }
}
