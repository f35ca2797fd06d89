package glassbox.ui.present;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** On the laptop while one presents: what the projector shows, how long the talk is, notes. */
public final class PresenterBar extends HBox {
  private final ComboBox<Subject> subjects = new ComboBox<>();
  private final Label time = new Label("0:00");
  private final TextArea notes = new TextArea();
  private final StringProperty notesText = new SimpleStringProperty("");
  private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
  private final Consumer<Scene> dress;
  private long began;
  private @Nullable Projection projection;

  /**
   * A bar that takes no room until one presents.
   *
   * @param dress gives the projector's scene the theme and the keys
   */
  public PresenterBar(List<Subject> all, Consumer<Scene> dress) {
    this.dress = dress;
    getStylesheets().add(PresenterBar.class.getResource("present.css").toExternalForm());
    getStyleClass().add("presenter-bar");
    setId("presenter-bar");
    setAlignment(Pos.CENTER_LEFT);
    subjects.getItems().setAll(all);
    subjects.setValue(all.getFirst());
    subjects.setId("present-what");
    subjects.setTooltip(new Tooltip("What the projector shows"));
    subjects.setAccessibleText("What the projector shows");
    subjects.valueProperty().addListener((property, before, now) -> showSubject());
    time.setId("present-time");
    time.getStyleClass().add("present-time");
    time.setTooltip(new Tooltip("How long you have been presenting"));
    notes.setPromptText("Notes for yourself: nobody else sees them");
    notes.setAccessibleText("Notes");
    notes.setPrefRowCount(2);
    notes.setWrapText(true);
    notes.textProperty().bindBidirectional(notesText);
    HBox.setHgrow(notes, Priority.ALWAYS);
    Button end = new Button("End");
    end.setId("present-end");
    end.setTooltip(new Tooltip("End presenting  (F11, Esc on the projector)"));
    end.setOnAction(event -> end());
    end.setMinWidth(Region.USE_PREF_SIZE);
    Label presenting = new Label("Presenting");
    presenting.getStyleClass().add("card-title");
    getChildren().addAll(presenting, subjects, time, notes, end);
    clock.setCycleCount(Animation.INDEFINITE);
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /** What one writes for oneself. */
  public StringProperty notesProperty() {
    return notesText;
  }

  public boolean isPresenting() {
    return projection != null;
  }

  /** Opens the projector's window, or closes it. */
  public void toggle(Window laptop) {
    if (isPresenting()) {
      end();
    } else {
      begin(laptop);
    }
  }

  private void begin(Window laptop) {
    projection = new Projection(dress, this::end);
    began = System.nanoTime();
    tick();
    clock.play();
    setVisible(true);
    showSubject();
    projection.open(laptop);
  }

  /** Shows what goes by this name, if one presents. */
  public void choose(String name) {
    subjects.getItems().stream()
        .filter(subject -> subject.name().equals(name))
        .findFirst()
        .ifPresent(subjects::setValue);
  }

  private void showSubject() {
    if (projection != null) {
      projection.show(subjects.getValue().make().get());
    }
  }

  private void tick() {
    long seconds = (System.nanoTime() - began) / 1_000_000_000L;
    time.setText("%d:%02d".formatted(seconds / 60, seconds % 60));
  }

  /** Closes the projector's window. */
  public void end() {
    Projection open = projection;
    projection = null;
    clock.stop();
    setVisible(false);
    if (open != null) {
      open.close();
    }
  }
}
