package glassbox.ui.runs;

import glassbox.ui.controls.RunColours;
import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All about one run, and what can be done with it. */
final class RunCard extends VBox {
  private final RunCommands commands;
  private final Consumer<Path> opener;
  private final HBox swatch = new HBox();
  private final Label name = Parts.wrapped("card-title");
  private final FontIcon icon = new FontIcon();
  private final Label standing = Parts.wrapped("run-standing");
  private final FactsGrid facts = new FactsGrid();
  private final Label differs = Parts.wrapped("run-differs");
  private final Label changesTitle = Parts.label(Words.of("runs.card.changed"), "section-title");
  private final VBox changes = new VBox(2);
  private final Label path = Parts.label("", "run-path");
  private final Button look;
  private final Button goOn;
  private final Button delete;
  private final Button level;
  private final Button open;
  private final Button copy;
  private final Label noteTitle = Parts.label(Words.of("runs.card.note"), "section-title");
  private final NoteArea note;
  private @Nullable RunLine line;

  /**
   * A card.
   *
   * @param opener shows a folder in the file manager
   */
  RunCard(RunCommands commands, Consumer<Path> opener) {
    this.commands = commands;
    this.opener = opener;
    getStyleClass().add("card-pane");
    note = new NoteArea(commands);
    look =
        Parts.button(
            Words.of("runs.card.look"), "run-look", Words.of("runs.card.look.help"), this::look);
    look.getStyleClass().add("accent");
    goOn =
        Parts.button(
            Words.of("runs.card.goOn"),
            "run-go-on",
            Words.of("runs.card.goOn.help"),
            this::letGoOn);
    delete =
        Parts.button(
            Words.of("runs.card.delete"),
            "run-delete",
            Words.of("runs.card.delete.help"),
            () -> with(run -> commands.delete(List.of(run))));
    level =
        Parts.button(
            Words.of("runs.card.level"),
            "run-level",
            Words.of("runs.card.level.help"),
            () -> with(commands::level));
    open =
        Parts.icon(Feather.FOLDER, "run-open-folder", Words.of("runs.card.open"), this::openFolder);
    copy = Parts.icon(Feather.COPY, "run-copy-path", Words.of("runs.card.copy"), this::copyPath);
    level.setWrapText(true); // in some languages it is wider than the card
    level.setMinWidth(0);
    level.setMinHeight(USE_PREF_SIZE);
    FlowPane buttons = new FlowPane(8, 8, look, goOn, delete);
    getChildren()
        .addAll(
            title(),
            standing,
            buttons,
            level,
            facts,
            Parts.label(Words.of("runs.column.differs"), "section-title"),
            differs,
            changesTitle,
            changes,
            noteTitle,
            note,
            Parts.label(Words.of("runs.card.folder"), "section-title"),
            folder());
  }

  private HBox title() {
    swatch.setAlignment(Pos.CENTER_LEFT);
    swatch.setMinWidth(USE_PREF_SIZE);
    name.setId("run-name");
    standing.setGraphic(icon);
    HBox title = new HBox(8, swatch, name);
    title.setAlignment(Pos.CENTER_LEFT);
    return title;
  }

  private HBox folder() {
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    path.setMaxWidth(Double.MAX_VALUE);
    path.setId("run-path");
    HBox.setHgrow(path, Priority.ALWAYS);
    HBox row = new HBox(4, path, open, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void with(Consumer<Run> deed) {
    if (line != null) {
      deed.accept(line.run());
    }
  }

  private void look() {
    with(commands::lookAt);
  }

  /** Then the keys are the window's: this button goes out, and the note would get them. */
  private void letGoOn() {
    goOn.getScene().getRoot().requestFocus();
    with(commands::goOn);
  }

  private void openFolder() {
    with(run -> {
      Path folder = run.folder();
      if (folder != null) {
        opener.accept(folder);
      }
    });
  }

  private void copyPath() {
    ClipboardContent content = new ClipboardContent();
    content.putString(path.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Shows a run as it is now; a note that is being typed stays. */
  void show(RunLine shown) {
    Run run = shown.run();
    swatch.getChildren().setAll(RunColours.swatch(run.ink()));
    if (line != shown) {
      name.textProperty().bind(run.nameProperty());
    }
    line = shown;
    Facts now = shown.factsProperty().get();
    showStanding(run, now.standing());
    facts.show(now);
    differs.setText(Words.anew(shown.differsAtFirst()));
    showChanges(run);
    note.show(run);
    Parts.show(noteTitle, run.status() != Run.Status.DAMAGED); // it would say why, once more
    Parts.show(note, run.status() != Run.Status.DAMAGED);
    showFolder(run.folder());
    look.setDisable(run.status() == Run.Status.DAMAGED);
    goOn.setDisable(!commands.canGoOn(run));
    delete.setDisable(!commands.canDelete(List.of(run)));
    level.setDisable(!commands.canLevel(run));
    Parts.show(level, commands.hasFamily(run));
  }

  /** No run is shown any more: what was typed is kept. */
  void leave() {
    note.show(null);
    line = null;
  }

  private void showStanding(Run run, Standing now) {
    icon.setIconCode(now.icon());
    String reason = RunTable.reason(line);
    Run parent = run.parent();
    String words =
        parent == null
            ? now.words()
            : Words.of("runs.card.fork", now.words(), parent.name(), run.forkStep());
    standing.setText(reason.isEmpty() ? words : Words.of("runs.card.reason", words, reason));
    standing.getStyleClass().remove("run-trouble");
    if (now.isTrouble()) {
      standing.getStyleClass().add("run-trouble");
    }
  }

  private void showChanges(Run run) {
    List<String> words =
        Differences.later(run).stream()
            .map(mark -> Words.of("runs.card.change", mark.step(), Differences.plain(mark.words())))
            .toList();
    Parts.show(changesTitle, !words.isEmpty());
    Parts.show(changes, !words.isEmpty());
    if (changes.getChildren().size() != words.size()) {
      changes.getChildren().clear();
      words.forEach(text -> changes.getChildren().add(Parts.wrapped("run-change")));
    }
    for (int i = 0; i < words.size(); i++) {
      ((Label) changes.getChildren().get(i)).setText(words.get(i));
    }
  }

  private void showFolder(@Nullable Path folder) {
    String text =
        folder == null ? Words.of("runs.card.notKept") : folder.toAbsolutePath().toString();
    path.setText(text);
    path.setTooltip(folder == null ? null : new Tooltip(text));
    open.setDisable(folder == null);
    copy.setDisable(folder == null);
  }
}
