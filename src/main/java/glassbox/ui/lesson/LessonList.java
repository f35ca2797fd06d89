package glassbox.ui.lesson;

import glassbox.format.Lesson;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lessons that there are. */
final class LessonList extends VBox {
  private final VBox cards = new VBox();
  private final Consumer<Lesson> play;
  private final Button open = new Button("Open a lesson…");
  private final Button record = new Button("Record a lesson");

  LessonList(Runnable close, Consumer<Lesson> play) {
    this.play = play;
    getStyleClass().add("lesson-content");
    cards.getStyleClass().add("lesson-cards");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("lesson-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    open.setId("open-lesson");
    open.setMaxWidth(Double.MAX_VALUE);
    record.setId("record-lesson");
    record.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(new LessonHeader("Lessons", close), scroll, open, record);
  }

  void onOpen(Runnable does) {
    open.setOnAction(event -> does.run());
  }

  void onRecord(Runnable does) {
    record.setOnAction(event -> does.run());
  }

  void show(List<Lesson> lessons) {
    for (Lesson lesson : lessons) {
      Label title = new Label(lesson.title());
      title.getStyleClass().add("lesson-title");
      Label minutes = new Label("%d minutes".formatted(lesson.minutes()));
      minutes.getStyleClass().add("muted");
      Label summary = new Label(lesson.summary());
      summary.setWrapText(true);
      Button card = new Button();
      VBox words = new VBox(title, summary, minutes);
      words.getStyleClass().add("lesson-words");
      words.setMaxWidth(236);
      card.setGraphic(words);
      card.setId("lesson-" + (cards.getChildren().size() + 1));
      card.setAccessibleText(lesson.title() + ". " + lesson.summary());
      card.setMaxWidth(Double.MAX_VALUE);
      card.getStyleClass().add("lesson-card");
      card.setOnAction(event -> play.accept(lesson));
      cards.getChildren().add(card);
    }
  }
}
