package glassbox.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views of the window, one below the other. */
final class MainRail extends VBox {
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.TRAIN);
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final Button lessons = new Button("Lessons", new FontIcon(Feather.BOOK_OPEN));

  /** What the middle of the window can show. */
  enum View {
    TRAIN("Train", Feather.TRENDING_UP, "Curves and predictions"),
    ERRORS("Errors", Feather.GRID, "What it takes for what, the images, and their lives"),
    MAP("Map", Feather.MAP, "Images that are alike lie together"),
    DRAW("Draw", Feather.EDIT_2, "What the network takes your drawing for"),
    DATA("Data", Feather.DATABASE, "Images, classes, duplicates, augmentation"),
    RUNS("Runs", Feather.GIT_BRANCH, "All runs and their forks");

    final String title;
    final Feather icon;
    final String help;

    View(String title, Feather icon, String help) {
      this.title = title;
      this.icon = icon;
      this.help = help;
    }
  }

  MainRail() {
    getStyleClass().add("rail");
    for (View each : View.values()) {
      ToggleButton button = new ToggleButton(each.title, new FontIcon(each.icon));
      button.setContentDisplay(ContentDisplay.TOP);
      button.setId("view-" + each.title.toLowerCase(java.util.Locale.ROOT));
      button.setUserData(each);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setTooltip(new Tooltip("%s  (Alt+%d)".formatted(each.help, each.ordinal() + 1)));
      button.setOnAction(event -> choose(each));
      buttons.add(button);
      getChildren().add(button);
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    lessons.setContentDisplay(ContentDisplay.TOP);
    lessons.setId("lessons");
    lessons.setMaxWidth(Double.MAX_VALUE);
    lessons.getStyleClass().add("rail-button");
    lessons.setTooltip(new Tooltip("Lessons: learn by doing, five to ten minutes each"));
    getChildren().addAll(space, lessons);
    view.addListener((property, before, now) -> choose(now));
    choose(View.TRAIN);
  }

  /** One is always chosen. No toggle group: of one, Tab reaches the chosen button alone. */
  private void choose(View chosen) {
    view.set(chosen);
    buttons.forEach(button -> button.setSelected(button.getUserData() == chosen));
  }

  /** Opens the lessons. */
  Button lessons() {
    return lessons;
  }

  ObjectProperty<View> viewProperty() {
    return view;
  }
}
