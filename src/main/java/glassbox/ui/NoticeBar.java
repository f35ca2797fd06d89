package glassbox.ui;

import glassbox.ui.session.Notice;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the user is to be told or asked, over the lower edge of the view, until it is read or
 * answered: nothing moves when it comes and goes.
 */
final class NoticeBar extends HBox {
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label text = new Label();
  private final HBox actions = new HBox(8);

  NoticeBar(TrainingSession session) {
    getStyleClass().add("notice");
    setAlignment(Pos.CENTER_LEFT);
    setMaxHeight(USE_PREF_SIZE);
    setMaxWidth(920);
    text.setId("notice");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    actions.setAlignment(Pos.CENTER_RIGHT);
    Button close = new Button("", new FontIcon(Feather.X));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(Words.of("window.dismiss"));
    close.setTooltip(new Tooltip(Words.of("window.dismiss")));
    close.setOnAction(event -> session.dismissNotice());
    getChildren().addAll(icon, text, actions, close);
    session.noticeProperty().addListener((property, before, now) -> show(now));
    show(session.noticeProperty().get());
  }

  private void show(@Nullable Notice notice) {
    setVisible(notice != null);
    setManaged(notice != null);
    if (notice != null) {
      boolean problem = notice.kind() == Notice.Kind.PROBLEM;
      icon.setIconCode(problem ? Feather.ALERT_TRIANGLE : Feather.INFO);
      getStyleClass().removeAll("notice-problem", "notice-info");
      getStyleClass().add(problem ? "notice-problem" : "notice-info");
      text.setText(notice.text());
      actions.getChildren().setAll(notice.actions().stream().map(NoticeBar::button).toList());
    }
  }

  private static Button button(Notice.Action action) {
    Button button = new Button(action.words());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.deed().run());
    return button;
  }
}
