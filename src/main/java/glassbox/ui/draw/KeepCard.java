package glassbox.ui.draw;

import glassbox.data.OwnImages;
import glassbox.data.OwnImages.OwnImage;
import glassbox.data.Picture;
import glassbox.ui.controls.Card;
import glassbox.ui.session.DrawnAnswer;
import glassbox.ui.session.OwnDrawings;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Drawings that are kept with a label: a data set of one's own. */
final class KeepCard {
  private final OwnDrawings drawings;
  private final FlowPane labels = new FlowPane();
  private final Label score = new Label();
  private final Label rule = new Label();
  private final ListView<KeptDrawing> list = new ListView<>();
  private final Button train = new Button(Words.of("draw.keep.train"));
  private final Card card;
  private List<String> names = List.of();
  private @Nullable Picture image;

  /**
   * The card.
   *
   * @param open opens a data set
   */
  KeepCard(OwnDrawings drawings, Consumer<Path> open) {
    this.drawings = drawings;
    labels.getStyleClass().add("keep-labels");
    score.setId("drawings-score");
    score.getStyleClass().add("muted");
    rule.getStyleClass().add("draw-remark");
    rule.setWrapText(true);
    rule.setMinHeight(Region.USE_PREF_SIZE);
    prepareList();
    train.setId("train-on-drawings");
    train.setTooltip(new Tooltip(Words.of("draw.keep.train.help")));
    train.setOnAction(event -> {
      Path folder = drawings.folder();
      if (folder != null) {
        open.accept(folder);
      }
    });
    VBox content = new VBox(labels, list, rule);
    content.getStyleClass().add("keep-content");
    VBox.setVgrow(list, Priority.ALWAYS);
    card = new Card(Words.of("draw.keep"), content).fact(score).action(train);
    drawings.keptProperty().addListener(property -> refresh());
    drawings.scoreProperty().addListener(property -> refresh());
    refresh();
  }

  private void prepareList() {
    list.setId("kept-drawings");
    list.getStyleClass().addAll("kept-drawings", "uses-arrows");
    list.setAccessibleText(Words.of("draw.keep.list"));
    list.setMinHeight(40);
    list.setPrefHeight(80);
    list.setCellFactory(view -> new KeptCell(drawings::delete));
    Label empty = new Label(Words.of("draw.keep.empty"));
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    list.setPlaceholder(empty);
    list.setOnKeyPressed(event -> {
      KeptDrawing chosen = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.DELETE && chosen != null) {
        drawings.delete(chosen.image());
        event.consume();
      }
    });
  }

  Card card() {
    return card;
  }

  /** Makes a button for every class. */
  void setNames(List<String> classNames) {
    names = classNames;
    labels.getChildren().clear();
    for (int c = 0; c < names.size(); c++) {
      int label = c;
      Button button = new Button(names.get(c));
      button.setId("keep-as-" + c);
      button.getStyleClass().add("chip");
      button.setTooltip(new Tooltip(Words.of("draw.keep.as", names.get(c))));
      button.setOnAction(event -> keep(label));
      labels.getChildren().add(button);
    }
    refresh();
  }

  /** What would be kept. */
  void show(@Nullable DrawnAnswer answer) {
    image = answer == null ? null : answer.last().given();
    labels.setDisable(image == null || drawings.keptProperty().get() == null);
  }

  private void keep(int label) {
    if (image != null) {
      drawings.keep(image, label);
      list.scrollTo(0);
    }
  }

  private void refresh() {
    OwnImages kept = drawings.keptProperty().get();
    OwnDrawings.Score now = drawings.scoreProperty().get();
    boolean scored = kept != null && now.answers().size() == kept.images().size();
    labels.setDisable(image == null || kept == null);
    train.setDisable(kept == null || !kept.isDataset());
    list.getItems().setAll(kept == null ? List.of() : items(kept, scored ? now.answers() : null));
    score.setText(scored && kept != null ? score(now.correct(), kept.images().size()) : "");
    rule.setText(kept == null ? "" : rule(kept));
  }

  private static String score(int correct, int count) {
    return count == 0
        ? ""
        : Words.of("draw.keep.score", correct, count, Figures.percent((double) correct / count, 0));
  }

  private static String rule(OwnImages kept) {
    long tests = kept.images().stream().filter(OwnImage::isTest).count();
    return Words.of("draw.keep.rule", kept.images().size() - tests, tests);
  }

  /** The newest first. */
  private List<KeptDrawing> items(OwnImages kept, @Nullable List<Integer> answers) {
    List<KeptDrawing> items = new java.util.ArrayList<>();
    for (int i = kept.images().size() - 1; i >= 0; i--) {
      OwnImage one = kept.images().get(i);
      Picture picture = new Picture(one.pixels(), kept.height(), kept.width());
      String answer = answers == null ? "" : nameOf(answers.get(i));
      boolean right = answers != null && answers.get(i) == one.label();
      items.add(new KeptDrawing(one, picture, nameOf(one.label()), answer, right));
    }
    return items;
  }

  private String nameOf(int label) {
    return label < names.size() ? names.get(label) : Integer.toString(label);
  }
}
