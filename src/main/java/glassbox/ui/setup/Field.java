package glassbox.ui.setup;

import glassbox.training.Recipe;
import glassbox.ui.session.SettingWords;
import glassbox.ui.words.Words;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One setting as text that a user types, and what is wrong with it, if anything. */
public final class Field {
  private final String id;
  private final Function<Recipe, String> read;
  private final Writing write;
  private final Predicate<Recipe> applies;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private boolean fixed;

  /** Puts a text into a recipe, or refuses it with an {@link IllegalArgumentException}. */
  interface Writing {
    Recipe into(Recipe recipe, String text);
  }

  Field(String id, Function<Recipe, String> read, Writing write) {
    this(id, read, write, recipe -> true);
  }

  /**
   * A field.
   *
   * @param applies whether a recipe has this setting at all
   */
  Field(String id, Function<Recipe, String> read, Writing write, Predicate<Recipe> applies) {
    this.applies = applies;
    this.id = id;
    this.read = read;
    this.write = write;
  }

  /** Marks what a run keeps from its start to its end. */
  Field fixedInARun() {
    fixed = true;
    return this;
  }

  /** Whether a run in hand can take another value. */
  public boolean changesInARun() {
    return !fixed;
  }

  void showValueOf(Recipe recipe) {
    text.set(read.apply(recipe));
    problem.set("");
  }

  /** The recipe with this setting; unchanged where the text is refused. */
  Recipe applyTo(Recipe recipe) {
    try {
      Recipe changed = write.into(recipe, text.get().strip());
      problem.set("");
      return changed;
    } catch (IllegalArgumentException e) {
      problem.set(inWordsOfTheWindow(String.valueOf(e.getMessage())));
      return recipe;
    }
  }

  /** A recipe's key, with which a message may begin, is called as the field is. */
  private String inWordsOfTheWindow(String message) {
    return SettingWords.reason(message)
        .replaceFirst(
            "^(?!" + Pattern.quote(name()) + ")\\S+( units)?(?= must )",
            Matcher.quoteReplacement(name()));
  }

  boolean means(Recipe recipe) {
    return read.apply(recipe).equals(text.get().strip());
  }

  /** Whether a recipe has this setting: a minimum, say, only where there is a cosine. */
  public boolean appliesTo(Recipe recipe) {
    return applies.test(recipe);
  }

  /** Names its input in the window. */
  String id() {
    return id;
  }

  public String name() {
    return name(id);
  }

  static String name(String id) {
    return Words.of("setup.field." + id);
  }

  /** What the setting does, in a sentence or two. */
  public String help() {
    return Words.of("setup.field." + id + ".help");
  }

  public StringProperty textProperty() {
    return text;
  }

  /** Empty where all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
