package glassbox.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Runs of a sweep, several at the same time, each in a process of its own: one that runs out of
 * memory does not end the others, and each is what its printed command line would be.
 */
final class ChildRuns {
  private final SweepLines lines;
  private final SweepProgress progress;
  private final Map<SweepJob, String> failures = new HashMap<>();
  private final List<Child> running = new ArrayList<>();

  /** A run that is under way, and the file with what it says. */
  private record Child(SweepJob job, Process process, Path said) {}

  ChildRuns(SweepLines lines, SweepProgress progress) {
    this.lines = lines;
    this.progress = progress;
  }

  /**
   * Carries out all runs, so many at the same time.
   *
   * @return why some failed
   */
  Map<SweepJob, String> run(List<SweepJob> jobs, int atOnce) throws IOException {
    Deque<SweepJob> waiting = new ArrayDeque<>(jobs);
    try {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        while (running.size() < atOnce && !waiting.isEmpty()) {
          running.add(start(waiting.removeFirst()));
        }
        takeEnded();
      }
    } finally {
      running.forEach(child -> child.process().destroy());
    }
    return failures;
  }

  private Child start(SweepJob job) throws IOException {
    List<String> command = new ArrayList<>(program());
    command.addAll(lines.arguments(job));
    Path said = Files.createTempFile("glassbox-sweep", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(said.toFile());
    builder.environment().remove("_JPACKAGE_LAUNCHER"); // a launcher believes it, and not its words
    SweepParent.introduceTo(builder.environment());
    return new Child(job, builder.start(), said);
  }

  private static File nothing() {
    return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  }

  /** This program with what it needs to run: the launcher, or Java with its options. */
  static List<String> program() {
    String launcher = System.getProperty("jpackage.app-path");
    if (launcher != null) {
      return List.of(launcher);
    }
    List<String> command = new ArrayList<>();
    command.add(
        ProcessHandle.current()
            .info()
            .command()
            .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib:jdwp")) // one debugger, one program
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "glassbox.Launcher"));
    return command;
  }

  private void takeEnded() throws IOException {
    CompletableFuture.anyOf(
            running.stream()
                .map(child -> child.process().onExit())
                .toArray(CompletableFuture<?>[]::new))
        .join();
    for (Child child : List.copyOf(running)) {
      if (!child.process().isAlive()) {
        running.remove(child);
        take(child);
      }
    }
  }

  private void take(Child child) throws IOException {
    boolean finished = SweepLines.isFinished(child.job());
    if (child.process().exitValue() == 0 && finished) {
      progress.ended(child.job());
    } else {
      String reason = reason(child);
      failures.put(child.job(), reason);
      progress.failed(child.job(), reason);
    }
    Files.delete(child.said());
  }

  private static String reason(Child child) throws IOException {
    String said = new String(Files.readAllBytes(child.said()), StandardCharsets.UTF_8);
    return said.lines()
        .filter(line -> line.startsWith("glassbox: "))
        .reduce((earlier, later) -> later)
        .map(line -> line.substring("glassbox: ".length()))
        .orElseGet(() -> "ended with exit code " + child.process().exitValue());
  }
}
