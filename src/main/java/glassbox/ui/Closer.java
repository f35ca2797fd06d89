package glassbox.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** What is good to have while the program runs, but not needed: what fails is said in the log. */
final class Closer {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  void add(Callable<AutoCloseable> opening) {
    try {
      open.push(opening.call());
    } catch (Exception e) {
      log(e);
    }
  }

  /** Closes the newest first. */
  void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        log(e);
      }
    }
  }

  private static void log(Exception e) {
    System.getLogger(Closer.class.getName()).log(System.Logger.Level.WARNING, String.valueOf(e));
  }
}
