package glassbox.ui;

import glassbox.ui.words.Words;
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
  private final Button lessons =
      new Button(Words.of("window.lessons"), new FontIcon(Feather.BOOK_OPEN));

  /** What the middle of the window can show. */
  enum View {
    TRAIN(Feather.TRENDING_UP),
    ERRORS(Feather.GRID),
    MAP(Feather.MAP),
    DRAW(Feather.EDIT_2),
    DATA(Feather.DATABASE),
    RUNS(Feather.GIT_BRANCH);

    final Feather icon;

    View(Feather icon) {
      this.icon = icon;
    }

    /** Its name in ids and in the files of words. */
    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    private String title() {
      return Words.of("window.view." + word());
    }

    private String help() {
      return Words.of("window.view." + word() + ".help", ordinal() + 1);
    }
  }

  MainRail() {
    getStyleClass().add("rail");
    for (View each : View.values()) {
      ToggleButton button = new ToggleButton(each.title(), new FontIcon(each.icon));
      button.setContentDisplay(ContentDisplay.TOP);
      button.setId("view-" + each.word());
      button.setUserData(each);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setTooltip(new Tooltip(each.help()));
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
    lessons.setTooltip(new Tooltip(Words.of("window.lessons.help")));
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
