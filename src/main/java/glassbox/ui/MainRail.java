package glassbox.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views of the window, one below the other. */
final class MainRail extends VBox {
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.TRAIN);
  private final List<ToggleButton> buttons = new ArrayList<>();

  /** What the middle of the window can show. */
  enum View {
    TRAIN("Train", Feather.TRENDING_UP, "Curves and predictions"),
    DRAW("Draw", Feather.EDIT_2, "What the network takes your drawing for"),
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
    view.addListener((property, before, now) -> choose(now));
    choose(View.TRAIN);
  }

  /** One is always chosen. No toggle group: of one, Tab reaches the chosen button alone. */
  private void choose(View chosen) {
    view.set(chosen);
    buttons.forEach(button -> button.setSelected(button.getUserData() == chosen));
  }

  ObjectProperty<View> viewProperty() {
    return view;
  }
}
