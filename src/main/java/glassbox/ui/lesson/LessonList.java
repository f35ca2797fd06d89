package glassbox.ui.lesson;

import glassbox.format.Lesson;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lessons that there are. */
final class LessonList extends VBox {
  private final VBox cards = new VBox();
  private final Consumer<Lesson> play;
  private final Button open = new Button(Words.of("lesson.open"));
  private final Button record = new Button(Words.of("lesson.record"));

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
    getChildren().addAll(new LessonHeader(Words.of("lesson.title"), close), scroll, open, record);
  }

  void onOpen(Runnable does) {
    open.setOnAction(event -> does.run());
  }

  void onRecord(Runnable does) {
    record.setOnAction(event -> does.run());
  }

  void show(List<Lesson> lessons) {
    lessons.forEach(lesson -> cards.getChildren().add(card(lesson)));
  }

  private VBox card(Lesson lesson) {
    Label title = new Label(lesson.title());
    title.getStyleClass().add("lesson-title");
    title.setWrapText(true);
    Label summary = new Label(lesson.summary());
    summary.setWrapText(true);
    Label minutes = new Label(Words.of("lesson.minutes", lesson.minutes()));
    minutes.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button start = new Button(Words.of("lesson.start"));
    start.setId("lesson-" + (cards.getChildren().size() + 1));
    start.setAccessibleText(Words.of("lesson.start.accessible", lesson.title(), lesson.summary()));
    start.setOnAction(event -> play.accept(lesson));
    HBox foot = new HBox(minutes, space, start);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(title, summary, foot);
    card.getStyleClass().add("lesson-card");
    return card;
  }
}
