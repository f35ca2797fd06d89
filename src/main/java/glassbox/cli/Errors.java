package glassbox.cli;

import glassbox.data.DatasetException;
import glassbox.format.FormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line and an exit code. */
final class Errors {
  static final int FAILED = 1;
  static final int WRONG = 2;

  private Errors() {}

  static int wrongUsage(ParameterException e) {
    StringBuilder message = new StringBuilder(oneLine(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      message.append(", did you mean ").append(String.join(" or ", unmatched.getSuggestions()));
    }
    System.err.println(
        "glassbox: "
            + message
            + ", see "
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help");
    return WRONG;
  }

  static int report(Exception e, boolean debug) {
    System.err.println("glassbox: " + message(e));
    if (debug) {
      e.printStackTrace();
    }
    return isBadInput(e) ? WRONG : FAILED;
  }

  private static boolean isBadInput(Exception e) {
    return e instanceof BadInputException
        || e instanceof DatasetException
        || e instanceof FormatException;
  }

  /** What went wrong, in one line. */
  static String message(Exception e) {
    return switch (e) {
      case DatasetException refused -> oneLine(refused.getMessage());
      case FormatException refused -> oneLine(refused.getMessage());
      case AccessDeniedException denied ->
          "cannot use the file, " + denied.getFile() + ", expected permission to, got none";
      case NoSuchFileException missing ->
          "cannot use the file, " + missing.getFile() + ", expected it to be there";
      case FileSystemException failed when failed.getReason() != null ->
          "cannot use the file, " + failed.getFile() + ", " + oneLine(failed.getReason());
      case FileSystemException failed -> "cannot use the file, " + oneLine(failed.getMessage());
      case IOException failed -> "cannot read or write, " + oneLine(failed.getMessage());
      case RuntimeException failed when failed.getMessage() == null -> failed.toString();
      default -> oneLine(e.getMessage());
    };
  }

  private static String oneLine(@Nullable String text) {
    return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
