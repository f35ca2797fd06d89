package glassbox.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command lines that carry out the runs of a sweep one by one. */
final class SweepLines {
  private final RecipeOptions base;
  private final @Nullable Integer threads;
  private final @Nullable String kernel;
  private final boolean quiet;

  SweepLines(
      RecipeOptions base, @Nullable Integer threads, @Nullable String kernel, boolean quiet) {
    this.base = base;
    this.threads = threads;
    this.kernel = kernel;
    this.quiet = quiet;
  }

  /** The line of a run, to be read by a shell. */
  String forShell(SweepJob job) {
    List<String> words = new ArrayList<>(List.of("glassbox"));
    words.addAll(arguments(job));
    return ShellWords.line(words);
  }

  /** What follows the program's name: begins a run, or goes on with one that is there. */
  List<String> arguments(SweepJob job) {
    List<String> line = new ArrayList<>(List.of("train"));
    line.addAll(isBegun(job) ? List.of("--resume", job.folder().toString()) : beginning(job));
    if (threads != null) {
      line.addAll(List.of("--threads", threads.toString()));
    }
    if (kernel != null) {
      line.addAll(List.of("--kernel", kernel));
    }
    line.add("--json");
    if (quiet) {
      line.add("--quiet");
    }
    return line;
  }

  static boolean isBegun(SweepJob job) {
    return Files.exists(job.folder().resolve("recipe.json"));
  }

  static boolean isFinished(SweepJob job) {
    return isBegun(job) && Files.exists(job.folder().resolve("summary.json"));
  }

  private List<String> beginning(SweepJob job) {
    List<String> line = new ArrayList<>(List.of(base.given()));
    if (base.dataset() != null) {
      line.addAll(List.of("--dataset", base.dataset()));
    }
    for (List<String> settings : List.of(base.settings(), job.settings())) {
      settings.forEach(setting -> line.addAll(List.of("--set", setting)));
    }
    line.addAll(List.of("--name", job.name()));
    if (job.group() != null) {
      line.addAll(List.of("--group", job.group()));
    }
    line.addAll(List.of("--out", job.folder().toString()));
    return line;
  }
}
