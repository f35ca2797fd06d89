package glassbox.ui.words;

/** A node that paints its words, or asks for them itself: told when the language has changed. */
public interface Worded {
  /** Says it in the language of now. */
  void retell();
}
