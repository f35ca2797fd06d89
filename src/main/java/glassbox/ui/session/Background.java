package glassbox.ui.session;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Does work off the JavaFX thread and hands its result, or what went wrong, back on it. */
final class Background {
  private final SessionThreads threads;
  private final Consumer<String> refusal;

  /**
   * Work for the analysis thread.
   *
   * @param refusal hears of problems that nobody else wants to hear of
   */
  Background(SessionThreads threads, Consumer<String> refusal) {
    this.threads = threads;
    this.refusal = refusal;
  }

  /** Tells of a problem that was seen in what work has brought; on the JavaFX thread. */
  void refuse(String problem) {
    refusal.accept(problem);
  }

  /** Like {@link #run(Callable, Consumer, Consumer)}, but a warm-up makes room for it. */
  <T> void runAtOnce(Callable<T> work, Consumer<T> use, Consumer<String> problem) {
    threads.stopWarmUp();
    run(work, use, problem);
  }

  <T> void run(Callable<T> work, Consumer<T> use) {
    run(work, use, refusal);
  }

  /** After the end of the session nothing is done any more. */
  <T> void run(Callable<T> work, Consumer<T> use, Consumer<String> problem) {
    ExecutorService analysis = threads.analysis();
    if (!analysis.isShutdown()) {
      analysis.execute(task(work, whileOpen(use), whileOpen(problem)));
    }
  }

  /** What comes when the session has ended finds nobody who could use it. */
  private <T> Consumer<T> whileOpen(Consumer<T> use) {
    return result -> {
      if (!threads.analysis().isShutdown()) {
        use.accept(result);
      }
    };
  }

  /** Like {@link #run(Callable, Consumer)}, for work that takes longer than others may wait. */
  <T> void runLong(Callable<T> work, Consumer<T> use) {
    threads.stopWarmUp(); // what comes of it is to be seen soon
    runBeside(work, use);
  }

  /** Like {@link #run(Callable, Consumer)}, neither waiting for a warm-up nor ending it. */
  <T> void runBeside(Callable<T> work, Consumer<T> use) {
    runBeside(work, use, refusal);
  }

  <T> void runBeside(Callable<T> work, Consumer<T> use, Consumer<String> problem) {
    ExecutorService files = threads.files();
    if (!files.isShutdown()) {
      files.execute(task(work, whileOpen(use), whileOpen(problem)));
    }
  }

  /** Work for any thread. */
  static <T> Task<T> task(Callable<T> work, Consumer<T> use, Consumer<String> problem) {
    Task<T> task =
        new Task<>() {
          @Override
          protected T call() throws Exception {
            return work.call();
          }
        };
    task.setOnSucceeded(event -> use.accept(task.getValue()));
    task.setOnFailed(event -> problem.accept(Failures.of(task.getException())));
    return task;
  }
}
