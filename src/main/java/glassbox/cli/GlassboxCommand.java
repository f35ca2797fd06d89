package glassbox.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code glassbox}: the commands and what holds for all of them. */
@Command(
    name = "glassbox",
    mixinStandardHelpOptions = true,
    versionProvider = GlassboxCommand.Version.class,
    description = "Watch a neural network, written from scratch, learn - and see why.",
    footer = {"", "Without a command: the window."},
    subcommands = {
      TrainCommand.class,
      ForkCommand.class,
      SweepCommand.class,
      RunsCommand.class,
      EvaluateCommand.class,
      PredictCommand.class,
      ConfusionCommand.class,
      DatasetsCommand.class,
      ImportCommand.class,
      GradcheckCommand.class,
      ExportCommand.class,
      UnpackCommand.class,
      ProjectCommand.class,
      BenchmarkCommand.class,
      LessonCommand.class
    })
public final class GlassboxCommand implements Runnable {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  private boolean debug;

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }

  /**
   * Carries out a command line.
   *
   * @return the exit code
   */
  public static int execute(String... args) {
    SweepParent.endWithIt();
    GlassboxCommand root = new GlassboxCommand();
    CommandLine line = new CommandLine(root);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, given) -> Errors.wrongUsage(e));
    line.setExecutionExceptionHandler((e, command, given) -> Errors.report(e, root.debug));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "glassbox: out of memory, %s, expected a smaller network, batch or data set for %,d MiB"
              .formatted(args[0], Runtime.getRuntime().maxMemory() >> 20));
      return Errors.FAILED;
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = GlassboxCommand.class.getPackage().getImplementationVersion();
      return new String[] {"glassbox " + (version == null ? "(from sources)" : version)};
    }
  }
}
