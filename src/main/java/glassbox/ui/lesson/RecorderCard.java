package glassbox.ui.lesson;

import glassbox.format.Lesson;
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
  private final Label count = new Label("No stop yet");
  private final Button save = new Button("Save…");

  /**
   * A card.
   *
   * @param keep saves the lesson
   */
  RecorderCard(LessonRecorder recorder, Runnable close, Consumer<Lesson> keep) {
    this.recorder = recorder;
    getStyleClass().add("lesson-content");
    Label how =
        new Label(
            "Train, drag the timeline, fork, change the view; then write what is to be said here"
                + " and add a stop.");
    how.setWrapText(true);
    title.setId("lesson-title");
    title.setPromptText("Title of the lesson");
    title.setAccessibleText("Title of the lesson");
    text.setId("stop-text");
    text.setPromptText("What is to be said at this stop, in Markdown");
    text.setAccessibleText("Text of the stop");
    text.setWrapText(true);
    VBox.setVgrow(text, Priority.ALWAYS);
    Button add = new Button("Add a stop here");
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
        .addAll(new LessonHeader("Record a lesson", close), how, title, text, add, count, save);
  }

  private String titleOrDefault() {
    String given = title.getText().strip();
    return given.isEmpty() ? "A lesson" : given.substring(0, Math.min(80, given.length()));
  }

  private void addStop() {
    recorder.addStop(text.getText().strip());
    text.clear();
    count.setText(recorder.size() == 1 ? "1 stop" : recorder.size() + " stops");
    save.setDisable(false);
  }
}
