package glassbox.cli;

import glassbox.format.RunArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox unpack}: the folder of a run that came as one file. */
@Command(
    name = "unpack",
    mixinStandardHelpOptions = true,
    description = "Make a run's folder of a .glassbox file and print its name.")
final class UnpackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A .glassbox file.")
  private Path file = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "The folder for the run's folder (default: runs).")
  private Path parent = Path.of("runs");

  @Override
  public Integer call() throws IOException {
    System.out.println(RunArchive.unpack(file, parent));
    return 0;
  }
}
