package glassbox.ui.session;

import java.nio.file.AccessDeniedException;
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
      return "there is not enough memory; a smaller network or batch size needs less";
    }
    if (problem instanceof NoSuchFileException missing) {
      return missing.getFile() + ", expected it to be there";
    }
    if (problem instanceof AccessDeniedException denied) {
      return denied.getFile() + ", expected permission to use it, got none";
    }
    if (problem instanceof ExecutionException outer && outer.getCause() != null) {
      return of(outer.getCause());
    }
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }
}
