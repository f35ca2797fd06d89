package glassbox.ui.lesson;

import glassbox.format.Lesson;
import glassbox.ui.words.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where one records a lesson: go somewhere, say something, add a stop. */
final class RecorderCard extends VBox {
  private final LessonRecorder recorder;
  private final TextField title = new TextField();
  private final TextArea text = new TextArea();
  private final Label count = new Label(Words.of("lesson.record.none"));
  private final Button save = new Button(Words.of("lesson.record.save"));

  /**
   * A card.
   *
   * @param keep saves the lesson
   */
  RecorderCard(LessonRecorder recorder, Runnable close, Consumer<Lesson> keep) {
    this.recorder = recorder;
    getStyleClass().add("lesson-content");
    Label how = new Label(Words.of("lesson.record.how"));
    how.setWrapText(true);
    title.setId("lesson-title");
    title.setPromptText(Words.of("lesson.record.title"));
    title.setAccessibleText(Words.of("lesson.record.title"));
    text.setId("stop-text");
    text.setPromptText(Words.of("lesson.record.text.prompt"));
    text.setAccessibleText(Words.of("lesson.record.text"));
    text.setWrapText(true);
    VBox.setVgrow(text, Priority.ALWAYS);
    Button add = new Button(Words.of("lesson.record.add"));
    add.setId("add-stop");
    add.disableProperty().bind(text.textProperty().isEmpty());
    add.setOnAction(event -> addStop());
    save.setId("save-lesson");
    save.setDisable(true);
    save.setOnAction(event -> keep.accept(recorder.lesson(titleOrDefault())));
    for (Button button : new Button[] {add, save}) {
      button.setMaxWidth(Double.MAX_VALUE);
    }
    count.setId("stop-count");
    count.getStyleClass().add("muted");
    getChildren()
        .addAll(
            new LessonHeader(Words.of("lesson.record"), close), how, title, text, add, count, save);
  }

  private String titleOrDefault() {
    String given = title.getText().strip();
    return given.isEmpty()
        ? Words.of("lesson.record.untitled")
        : given.substring(0, Math.min(80, given.length()));
  }

  private void addStop() {
    recorder.addStop(text.getText().strip());
    text.clear();
    count.setText(Words.of("lesson.record.stops", recorder.size()));
    save.setDisable(false);
  }
}
