package glassbox.ui.lesson;

import glassbox.ui.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel's title and the way out. */
final class LessonHeader extends HBox {
  LessonHeader(String words, Runnable close) {
    Label title = new Label(words);
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    title.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button leave = new Button("", new FontIcon(Feather.X));
    leave.setId("close-lesson");
    leave.getStyleClass().addAll("flat", "small-icon");
    leave.setTooltip(new Tooltip(Words.of("lesson.leave.help")));
    leave.setAccessibleText(Words.of("lesson.leave"));
    leave.setMinWidth(Region.USE_PREF_SIZE);
    leave.setOnAction(event -> close.run());
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, space, leave);
  }
}
