package glassbox.ui.present;

import glassbox.ui.controls.ProgramFile;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.FrameClock;
import glassbox.ui.words.Words;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** On the laptop while one presents: what is shown, one's notes, and the time. */
final class PresenterBar extends HBox {
  private final Stopwatch watch;
  private final Label time = new Label();
  private final FontIcon startIcon = new FontIcon(Feather.PLAY);

  /**
   * A bar.
   *
   * @param slide what is shown; chosen here, too
   * @param end ends presenting
   */
  PresenterBar(Stopwatch watch, ObjectProperty<Slide> slide, StringProperty notes, Runnable end) {
    this.watch = watch;
    setId("presenter-bar");
    getStyleClass().add("presenter-bar");
    getStylesheets().add(ProgramFile.beside(PresenterBar.class, "present.css"));
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(Words.of("present.title"));
    title.getStyleClass().add("presenter-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    time.setId("presenter-time");
    time.getStyleClass().add("presenter-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(title, slides(slide), notes(notes), time, startButton(), resetButton());
    getChildren().add(endButton(end));
    showTime();
  }

  /** Follows the time as long as it is shown. */
  void follow(FrameClock clock) {
    Runnable look = this::showTime;
    WhileShown.onShown(this, () -> clock.add(look), () -> clock.remove(look));
  }

  private void showTime() {
    time.setText(watch.text());
    startIcon.setIconCode(watch.isRunning() ? Feather.PAUSE : Feather.PLAY);
  }

  private static Node slides(ObjectProperty<Slide> slide) {
    HBox box = new HBox();
    box.getStyleClass().add("segments");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    for (Slide each : Slide.values()) {
      ToggleButton button = new ToggleButton(each.title());
      button.setId("slide-" + each.name().toLowerCase(java.util.Locale.ROOT));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setTooltip(new Tooltip(Words.of("present.slide.help")));
      button.setAccessibleText(Words.of("present.slide.accessible", each.title()));
      button.setOnAction(event -> slide.set(each));
      Runnable select = () -> button.setSelected(slide.get() == each);
      button.selectedProperty().addListener(property -> select.run()); // one is always chosen
      WhileShown.listen(button, slide, select);
      box.getChildren().add(button);
    }
    return box;
  }

  private static Node notes(StringProperty words) {
    TextArea notes = new TextArea();
    notes.setId("presenter-notes");
    notes.setPromptText(Words.of("present.notes.prompt"));
    notes.setTooltip(new Tooltip(Words.of("present.notes.help")));
    notes.setAccessibleText(Words.of("present.notes"));
    notes.setPrefRowCount(2);
    notes.setMinWidth(120);
    notes.setWrapText(true);
    HBox.setHgrow(notes, Priority.ALWAYS);
    WhileShown.share(notes, notes.textProperty(), words);
    return notes;
  }

  private Button startButton() {
    Button start = button("presenter-start", startIcon, Words.of("present.clock.start"));
    start.setOnAction(event -> {
      watch.toggle();
      showTime();
    });
    return start;
  }

  private Button resetButton() {
    Button reset =
        button(
            "presenter-reset", new FontIcon(Feather.ROTATE_CCW), Words.of("present.clock.reset"));
    reset.setOnAction(event -> {
      watch.reset();
      showTime();
    });
    return reset;
  }

  private static Button button(String id, FontIcon icon, String help) {
    Button button = new Button("", icon);
    button.setId(id);
    button.getStyleClass().add("button-icon");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    return button;
  }

  private static Button endButton(Runnable end) {
    Button button = new Button(Words.of("present.end"));
    button.setId("presenter-end");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(Words.of("present.end.help")));
    button.setAccessibleText(Words.of("present.end.accessible"));
    button.setOnAction(event -> end.run());
    return button;
  }
}
