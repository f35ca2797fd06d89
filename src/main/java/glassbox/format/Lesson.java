package glassbox.format;

import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson: a run as a value, and stops on the way through it at which something is said, shown and
 * asked.
 *
 * @param minutes that it takes, about
 * @param summary what one learns, in a sentence
 * @param plan its run: the recipe and what is changed on the way
 */
public record Lesson(String title, int minutes, String summary, RunPlan plan, List<Stop> stops) {
  public Lesson {
    stops = List.copyOf(stops);
  }

  /**
   * A stop.
   *
   * @param text in Markdown
   * @param view which view of the window is shown, null for the one that is
   * @param highlight the id of what is pointed at, null for nothing
   * @param step to which the run is trained and at which it is looked at, null for where it is
   * @param turn another run that begins here, null for none
   * @param question null for none
   * @param guess whether the loss of the next stop's steps is to be sketched first
   */
  public record Stop(
      String text,
      @Nullable View view,
      @Nullable String highlight,
      @Nullable Long step,
      @Nullable Turn turn,
      @Nullable Question question,
      boolean guess) {}

  /** The views of the window. */
  public enum View {
    TRAIN,
    ERRORS,
    MAP,
    DRAW,
    DATA,
    RUNS
  }

  /**
   * A run that begins at a stop: a new one, or a fork of the lesson's present one.
   *
   * @param forkStep steps that it shares with the present run, null for a run of its own
   */
  public record Turn(Recipe recipe, @Nullable Long forkStep) {}

  /**
   * A question with choices.
   *
   * @param answer the index of the right one
   * @param why it is right
   */
  public record Question(String text, List<String> choices, int answer, String why) {
    public Question {
      choices = List.copyOf(choices);
    }
  }
}
