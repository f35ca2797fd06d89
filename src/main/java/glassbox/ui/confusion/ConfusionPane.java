package glassbox.ui.confusion;

import glassbox.analysis.ConfusionMatrix;
import glassbox.data.ImageDataset;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.Exportable;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.Examined;
import glassbox.ui.session.Filter;
import glassbox.ui.session.MissingAnswers;
import glassbox.ui.session.Part;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The confusion matrix of the images that are looked at, by the network of the step that is looked
 * at; alone or compared with another moment.
 */
public final class ConfusionPane extends VBox {
  private final TrainingSession session;
  private final MatrixView matrix;
  private @Nullable Sheet sheet;
  private final TopConfusions top;
  private final Label empty = new Label();
  private final Label facts = new Label();
  private final Label difference = new Label();
  private final ComboBox<Measure> measure = new ComboBox<>();
  private @Nullable Examined counted;
  private @Nullable ConfusionMatrix counts;

  public ConfusionPane(TrainingSession session) {
    this(session, true);
    session.undo().watch(measure.valueProperty());
  }

  private ConfusionPane(TrainingSession session, boolean withControls) {
    this.session = session;
    matrix = new MatrixView(this::show);
    top = new TopConfusions(this::show);
    getStylesheets().add(ProgramFile.beside(ConfusionPane.class, "confusion.css"));
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    facts.getStyleClass().add("muted");
    facts.setId("confusion-facts");
    difference.getStyleClass().add("difference-words");
    difference.setWrapText(true);
    VBox shown = new VBox(matrix, difference);
    shown.getStyleClass().add("confusion-content");
    VBox.setVgrow(matrix, Priority.ALWAYS);
    shown.visibleProperty().bind(empty.visibleProperty().not());
    Card card =
        new Card(Words.of("confusion.title"), new StackPane(shown, empty))
            .fact(facts)
            .action(partChoice())
            .action(measureChoice())
            .exportable(exportable());
    if (withControls) {
      shown.getChildren().addAll(top, new HBox(new CompareMenu(session)));
    } else {
      card.withoutActions();
      matrix.enlarge();
    }
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    listen();
    refresh();
  }

  /** A second view of the same matrix, without controls. */
  public ConfusionPane presented() {
    ConfusionPane second = new ConfusionPane(session, false);
    WhileShown.share(second, second.measure.valueProperty(), measure.valueProperty());
    return second;
  }

  private void listen() {
    WhileShown.listen(this, session.examinedProperty(), this::refresh);
    WhileShown.listen(this, session.runProperty(), this::refresh);
    WhileShown.listen(this, session.datasetProperty(), this::refresh);
    WhileShown.listen(this, session.comparison().referenceProperty(), this::refresh);
    WhileShown.listen(
        this,
        session.selection().filterProperty(),
        () -> matrix.mark(session.selection().filter()));
    ChangeListener<Object> changed = (property, before, now) -> refresh();
    measure.valueProperty().addListener(changed);
    sceneProperty().addListener(changed);
  }

  private Exportable exportable() {
    return Exportable.picture("confusion", matrix)
        .withSvg(matrix::svg)
        .withCsv(() -> {
          Sheet shown = sheet;
          List<String> names = classNames();
          return () -> shown == null ? "" : shown.csv(names);
        });
  }

  private ComboBox<Part> partChoice() {
    ComboBox<Part> choice = new ComboBox<>();
    choice.setId("confusion-part");
    choice.getItems().setAll(Part.values());
    WhileShown.share(choice, choice.valueProperty(), session.partProperty());
    choice.setTooltip(new Tooltip(Words.of("confusion.part.help")));
    choice.setAccessibleText(Words.of("confusion.part"));
    return chip(choice);
  }

  private ComboBox<Measure> measureChoice() {
    measure.setId("confusion-measure");
    measure.getItems().setAll(Measure.values());
    measure.setValue(Measure.COUNTS);
    measure.setTooltip(new Tooltip(Words.of("confusion.measure.help")));
    measure.setAccessibleText(Words.of("confusion.measure"));
    return chip(measure);
  }

  private static <T> ComboBox<T> chip(ComboBox<T> choice) {
    choice.getStyleClass().add("chip");
    choice.setMinWidth(Card.LEAST_CHOICE);
    return choice;
  }

  private void show(Filter images) {
    session.selection().show(images);
  }

  /** Does nothing while nobody looks. */
  private void refresh() {
    if (getScene() == null) {
      return;
    }
    Examined now = session.examinedProperty().get();
    List<String> names = classNames();
    boolean there = now != null && now.answers().classes() == names.size();
    empty.setVisible(!there);
    if (now == null || !there) {
      empty.setText(MissingAnswers.words(session, Words.of("confusion.missing")));
      facts.setText("");
      sheet = null;
      matrix.show(null, names);
      return;
    }
    Examined with = session.comparison().referenceProperty().get();
    ConfusionMatrix reference =
        with == null || with.answers().classes() != names.size()
            ? null
            : new ConfusionMatrix(with.answers());
    Sheet newSheet = new Sheet(countsOf(now), reference, measure.getValue());
    sheet = newSheet;
    matrix.show(newSheet, names);
    top.show(newSheet, names);
    facts.setText(Words.of("confusion.facts"));
    explainDifference(with);
  }

  private List<String> classNames() {
    ImageDataset data = session.datasetProperty().get();
    return data == null ? List.of() : data.classNames();
  }

  private ConfusionMatrix countsOf(Examined now) {
    ConfusionMatrix known = counts;
    if (known == null || counted != now) {
      known = new ConfusionMatrix(now.answers());
      counts = known;
      counted = now;
    }
    return known;
  }

  private void explainDifference(@Nullable Examined with) {
    difference.setVisible(with != null);
    difference.setManaged(with != null);
    if (with != null) {
      difference.setText(Words.of("confusion.difference", CompareMenu.moment(with)));
    }
  }
}
