package glassbox.ui.curves;

import org.jspecify.annotations.Nullable;

/**
 * What the user has chosen to see, to be taken back and chosen again.
 *
 * @param steps of both charts
 * @param loss values chosen by hand; null for those that the lines need
 * @param accuracy the same
 */
public record Zoom(
    Steps steps, ValueRange.@Nullable Ends loss, ValueRange.@Nullable Ends accuracy) {
  /**
   * Steps that are looked at.
   *
   * @param ends null where all are
   * @param following whether they move along with the newest step
   */
  record Steps(StepRange.@Nullable Ends ends, boolean following) {}
}
