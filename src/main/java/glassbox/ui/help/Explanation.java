package glassbox.ui.help;

import glassbox.ui.controls.MarkdownView;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** A few words beside what was pointed at; a click anywhere else or Esc takes them away. */
final class Explanation {
  private final Popup popup = new Popup();

  /**
   * An explanation.
   *
   * @param entry the word's meaning, null where the glossary does not know it
   * @param does what the control does, null where it does not say
   * @param more shows the entry in full
   */
  Explanation(
      Glossary.@Nullable Entry entry, @Nullable String does, Consumer<Glossary.Entry> more) {
    VBox card = new VBox();
    card.setId("explanation");
    card.getStyleClass().addAll("card-pane", "explanation");
    if (does != null) {
      Label what = new Label(does);
      what.setWrapText(true);
      card.getChildren().add(what);
    }
    if (entry != null) {
      String first = entry.markdown().split("\n\n", 2)[0];
      card.getChildren()
          .add(
              new MarkdownView(
                  "### " + entry.word() + "\n\n" + first, address -> null, address -> {}));
      Button all = new Button(Words.of("help.more"));
      all.setId("explanation-more");
      all.setOnAction(event -> {
        popup.hide();
        more.accept(entry);
      });
      card.getChildren().add(all);
    }
    if (does == null && entry == null) {
      card.getChildren().add(new Label(Words.of("help.nothing")));
    }
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
  }

  void show(Scene scene, Point2D at) {
    popup.getScene().getStylesheets().setAll(scene.getStylesheets());
    popup.getScene().getStylesheets().add(ProgramFile.beside(Explanation.class, "help.css"));
    popup.getScene().getRoot().getStyleClass().add("root");
    Point2D onScreen = scene.getRoot().localToScreen(at);
    popup.show(scene.getWindow(), onScreen.getX() + 8, onScreen.getY() + 8);
  }

  void hide() {
    popup.hide();
  }
}
