package glassbox.ui.help;

import glassbox.ui.controls.MarkdownView;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The help over the window: its topics at the left, a page at the right. */
final class HelpCard extends HBox implements Worded {
  private static final String TERM = "term:";
  private static final String PAGE = "page:";
  private static final String FORMULA = "formula:";

  private final Supplier<Glossary> glossary;
  private final Formulas formulas;
  private final Map<Topic, ToggleButton> topics = new EnumMap<>(Topic.class);
  private final ScrollPane page = new ScrollPane();
  private Topic shown = Topic.TRAIN;

  HelpCard(Supplier<Glossary> glossary, Formulas formulas, Runnable close) {
    this.glossary = glossary;
    this.formulas = formulas;
    setId("help-card");
    getStyleClass().addAll("card-pane", "help-card");
    getStylesheets().add(ProgramFile.beside(HelpCard.class, "help.css"));
    setFocusTraversable(true);
    setAccessibleText("Help");
    page.setFitToWidth(true);
    page.setId("help-page");
    page.getStyleClass().add("help-page");
    HBox.setHgrow(page, Priority.ALWAYS);
    getChildren().addAll(contents(close), page);
  }

  private VBox contents(Runnable close) {
    Label title = new Label(Words.of("help.title"));
    title.getStyleClass().add("card-title");
    VBox contents = new VBox(title);
    contents.getStyleClass().add("help-contents");
    for (Topic topic : Topic.values()) {
      ToggleButton button = new ToggleButton(topic.title());
      button.setId("help-" + topic.name().toLowerCase(Locale.ROOT));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(event -> show(topic));
      topics.put(topic, button);
      contents.getChildren().add(button);
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Button done = new Button(Words.of("help.close"));
    done.setId("close-help");
    done.setMaxWidth(Double.MAX_VALUE);
    done.setOnAction(event -> close.run());
    contents.getChildren().addAll(space, done);
    return contents;
  }

  /** Turns to a page. */
  final void show(Topic topic) {
    shown = topic;
    topics.forEach((other, button) -> button.setSelected(other == topic));
    page.setContent(topic == Topic.GLOSSARY ? glossaryPage("") : markdown(topic.markdown()));
    page.setVvalue(0);
  }

  @Override
  public void retell() {
    show(shown);
  }

  /** Turns to a word's entry. */
  void showTerm(String word) {
    shown = Topic.GLOSSARY;
    topics.forEach((topic, button) -> button.setSelected(topic == Topic.GLOSSARY));
    String found = glossary.get().find(word).map(Glossary.Entry::word).orElse(word);
    page.setContent(glossaryPage(found));
    page.setVvalue(0);
  }

  private Region markdown(String text) {
    return new MarkdownView(text, this::picture, this::follow);
  }

  private @Nullable Region picture(String address) {
    return address.startsWith(FORMULA) ? formulas.node(address.substring(FORMULA.length())) : null;
  }

  private void follow(String address) {
    if (address.startsWith(TERM)) {
      showTerm(address.substring(TERM.length()));
    } else if (address.startsWith(PAGE)) {
      show(Topic.valueOf(address.substring(PAGE.length()).toUpperCase(Locale.ROOT)));
    }
  }

  /** All entries with a field to find one. */
  private Region glossaryPage(String sought) {
    TextField search = new TextField(sought);
    search.setId("glossary-search");
    search.setPromptText(Words.of("help.find.prompt"));
    search.setAccessibleText(Words.of("help.find"));
    VBox entries = new VBox();
    entries.getStyleClass().add("markdown");
    Consumer<String> list =
        words -> {
          entries.getChildren().clear();
          for (Glossary.Entry entry : glossary.get().entries()) {
            if (isFound(entry, words)) {
              entries.getChildren().add(markdown("## " + entry.word() + "\n\n" + entry.markdown()));
            }
          }
          if (entries.getChildren().isEmpty()) {
            Node none = new Label(Words.of("help.find.none", words));
            none.getStyleClass().add("muted");
            entries.getChildren().add(none);
          }
        };
    list.accept(sought);
    search.textProperty().addListener((property, before, now) -> list.accept(now));
    Platform.runLater(search::requestFocus);
    VBox all = new VBox(search, entries);
    all.getStyleClass().add("glossary");
    return all;
  }

  private static boolean isFound(Glossary.Entry entry, String words) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    return entry.word().toLowerCase(Locale.ROOT).contains(sought)
        || entry.also().stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).contains(sought));
  }
}
