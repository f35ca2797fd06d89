package glassbox.ui.lesson;

import glassbox.ui.controls.MarkdownView;
import glassbox.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One stop of a lesson: its text, what is asked or guessed there, and the way on. */
final class StopCard extends VBox {
  StopCard(LessonPlayer player, @Nullable GuessCard guess, Runnable close) {
    getStyleClass().add("lesson-content");
    VBox content = new VBox(new MarkdownView(player.stop().text(), address -> null, link -> {}));
    content.getStyleClass().add("stop-content");
    if (guess != null) {
      content.getChildren().add(guess);
    }
    if (player.stop().question() != null) {
      content.getChildren().add(new QuestionCard(player.stop().question()));
    }
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("lesson-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(
            new LessonHeader(player.lesson().title(), close),
            progress(player),
            scroll,
            way(player, close));
  }

  private static HBox progress(LessonPlayer player) {
    int all = player.lesson().stops().size();
    int at = player.atProperty().get() + 1;
    ProgressBar bar = new ProgressBar((double) at / all);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label words = new Label(Words.of("lesson.progress", at, all));
    words.setId("lesson-progress");
    words.getStyleClass().add("muted");
    HBox progress = new HBox(bar, words);
    progress.getStyleClass().add("lesson-progress");
    return progress;
  }

  private static HBox way(LessonPlayer player, Runnable close) {
    Button back = new Button(Words.of("lesson.back"));
    back.setId("lesson-back");
    back.setDisable(player.atProperty().get() == 0);
    back.setOnAction(event -> player.back());
    Button next =
        new Button(player.hasNext() ? Words.of("lesson.next") : Words.of("lesson.finish"));
    next.setId("lesson-next");
    next.setDefaultButton(false);
    next.getStyleClass().add("accent");
    next.setOnAction(event -> {
      if (player.hasNext()) {
        player.next();
      } else {
        close.run();
      }
    });
    for (Button button : new Button[] {back, next}) {
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    HBox way = new HBox(back, next);
    way.getStyleClass().add("lesson-way");
    return way;
  }
}
