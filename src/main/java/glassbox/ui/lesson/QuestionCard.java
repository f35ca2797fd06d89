package glassbox.ui.lesson;

import glassbox.format.Lesson.Question;
import glassbox.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A question with choices: one may try again, and learns why. */
final class QuestionCard extends VBox {
  private final Question question;
  private final Label why = new Label();

  QuestionCard(Question question) {
    this.question = question;
    getStyleClass().add("question-card");
    setId("question");
    Label text = new Label(question.text());
    text.getStyleClass().add("question-text");
    text.setWrapText(true);
    getChildren().add(text);
    for (int i = 0; i < question.choices().size(); i++) {
      getChildren().add(choice(i));
    }
    why.setId("question-why");
    why.setWrapText(true);
    why.setVisible(false);
    why.managedProperty().bind(why.visibleProperty());
    getChildren().add(why);
  }

  private Button choice(int index) {
    Button choice = new Button(question.choices().get(index));
    choice.setId("choice-" + index);
    choice.setWrapText(true);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getStyleClass().add("choice");
    choice.setOnAction(event -> answer(choice, index == question.answer()));
    return choice;
  }

  private void answer(Button choice, boolean right) {
    choice.getStyleClass().removeAll("choice-right", "choice-wrong");
    choice.getStyleClass().add(right ? "choice-right" : "choice-wrong");
    why.setText(right ? Words.of("lesson.right", question.why()) : Words.of("lesson.wrong"));
    why.setVisible(true);
  }
}
