package glassbox.ui.session;

import glassbox.ui.words.Words;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A failure in words for the user. */
final class Failures {
  private Failures() {}

  static String of(@Nullable Throwable problem) {
    if (problem == null) {
      return "";
    }
    if (problem instanceof OutOfMemoryError) {
      return Words.of("session.failure.memory");
    }
    if (problem instanceof NoSuchFileException missing) {
      return Words.of("session.failure.missing", missing.getFile());
    }
    if (problem instanceof FileAlreadyExistsException there) {
      return Words.of("session.failure.exists", there.getFile());
    }
    if (problem instanceof AccessDeniedException denied) {
      return Words.of("session.failure.denied", denied.getFile());
    }
    if (problem instanceof ExecutionException outer && outer.getCause() != null) {
      return of(outer.getCause());
    }
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }
}
