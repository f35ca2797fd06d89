package glassbox.ui.data;

import glassbox.analysis.ClassBalance;
import glassbox.data.ImageSet;
import glassbox.data.folder.ImportOptions;
import glassbox.data.folder.Imported;
import glassbox.data.folder.Skipped;
import glassbox.ui.session.ImageImport;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What would become of pictures in class folders, before they are used. */
final class ImportCard extends VBox {
  private static final int SAMPLES = 60;
  private static final int MOST_OF_A_CLASS = 6;

  private final TrainingSession session;
  private final ImageImport imports;
  private final Path folder;
  private final Runnable close;
  private final Label summary = new Label();
  private final Label status = Choices.muted("");
  private final Label problem = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final ListView<String> classes = new ListView<>();
  private final ImageGrid samples = new ImageGrid(56, true);
  private final Label skippedCount = Choices.muted("");
  private final ListView<String> skipped = new ListView<>();
  private final TextField name = new TextField();
  private final Button use = new Button(Words.of("data.import.use"));
  private final ImportForm form;
  private final List<Runnable> leaving = new ArrayList<>();

  /**
   * Reads a source at once.
   *
   * @param folder where data sets of one's own are kept
   * @param close takes the card away
   */
  ImportCard(TrainingSession session, Path source, Path folder, Runnable close) {
    this.session = session;
    this.folder = folder;
    this.close = close;
    imports = session.imports();
    form = new ImportForm(imports::read, this::say);
    getStyleClass().addAll("card-pane", "import-card");
    getStylesheets().add(DataPane.stylesheet());
    setId("import-card");
    Label title = new Label(Words.of("data.import"));
    title.getStyleClass().add("card-title");
    Label path = Choices.muted(source.toString());
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setText(FreeName.of(source, folder));
    getChildren()
        .addAll(title, path, form, summary, middle(), skippedCount, skipped, progress(), buttons());
    listen(imports.previewProperty(), () -> show(imports.previewProperty().get()));
    listen(imports.problemProperty(), () -> say(imports.problemProperty().get()));
    listen(imports.busyProperty(), this::enable);
    listen(session.stateProperty(), this::enable);
    sceneProperty()
        .addListener((property, before, now) -> {
          if (now == null) {
            leave();
          }
        });
    show(null);
    imports.read(ImportOptions.DEFAULT);
  }

  /** The session outlives the card. */
  private void listen(ObservableValue<?> value, Runnable action) {
    ChangeListener<Object> listener = (property, before, now) -> action.run();
    value.addListener(listener);
    leaving.add(() -> value.removeListener(listener));
  }

  private void leave() {
    leaving.forEach(Runnable::run);
    leaving.clear();
    imports.cancel();
  }

  private HBox middle() {
    classes.setId("import-classes");
    classes.setAccessibleText(Words.of("data.import.classes"));
    classes.setPlaceholder(new Label(""));
    classes.getStyleClass().add("import-list");
    classes.setPrefSize(240, 180);
    samples.setId("import-samples");
    samples.setPrefSize(430, 180);
    HBox.setHgrow(samples, Priority.ALWAYS);
    HBox both = new HBox(16, classes, samples);
    VBox.setVgrow(both, Priority.ALWAYS);
    return both;
  }

  private StackPane progress() {
    skippedCount.setId("import-skipped-count");
    skipped.setId("import-skipped");
    skipped.setAccessibleText(Words.of("data.import.skipped"));
    skipped.getStyleClass().add("import-list");
    skipped.setPrefHeight(88);
    skipped.visibleProperty().bind(Bindings.isNotEmpty(skipped.getItems()));
    skipped.managedProperty().bind(skipped.visibleProperty());
    skippedCount.managedProperty().bind(skippedCount.textProperty().isNotEmpty());
    problem.setId("import-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    summary.setId("import-summary");
    status.textProperty().bind(imports.progressProperty());
    bar.visibleProperty().bind(imports.busyProperty());
    bar.setPrefWidth(160);
    HBox working = new HBox(8, bar, status);
    working.setAlignment(Pos.CENTER_LEFT);
    StackPane either = new StackPane(working, problem);
    StackPane.setAlignment(problem, Pos.CENTER_LEFT);
    return either;
  }

  private HBox buttons() {
    Choices.named(name, "import-name", Words.of("data.import.name.help"));
    name.textProperty().addListener(property -> enable());
    use.getStyleClass().add("accent");
    use.setDefaultButton(true);
    use.setOnAction(event -> use());
    Choices.named(use, "import-use", Words.of("data.import.use.help"));
    Button cancel = new Button(Words.of("data.import.cancel"));
    cancel.setOnAction(event -> close.run());
    Choices.named(cancel, "import-cancel", Words.of("data.import.cancel.help"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, new Label(Words.of("data.import.name")), name, space, cancel, use);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  private void say(String what) {
    problem.setText(what.replaceFirst("^cannot import pictures, .*?, (?=expected)", ""));
    enable();
  }

  private void enable() {
    String wrong = FreeName.problem(name.getText(), folder);
    boolean ready = imports.previewProperty().get() != null && !imports.busyProperty().get();
    boolean running = session.state() == State.RUNNING;
    use.setDisable(!ready || running || !wrong.isEmpty());
    if (ready) {
      problem.setText(running ? Words.of("data.import.running") : wrong);
    }
  }

  private void use() {
    imports.use(folder.resolve(name.getText().strip()), close);
  }

  private void show(@Nullable Imported imported) {
    classes.getItems().clear();
    skipped.getItems().clear();
    skippedCount.setText("");
    summary.setText(imported == null ? " " : summary(imported));
    samples.show(imported == null ? Cells.NONE : samples(imported));
    if (imported != null) {
      for (ClassBalance.Count each : ClassBalance.of(imported.data()).classes()) {
        classes
            .getItems()
            .add(Words.of("data.import.class", each.name(), each.train(), each.test()));
      }
      showSkipped(imported.skipped());
    }
    enable();
  }

  private static String summary(Imported imported) {
    ImageSet train = imported.data().train();
    String words =
        Words.of(
            "data.import.summary",
            imported.data().classes(),
            train.count(),
            imported.data().test().count(),
            train.width(),
            train.height());
    return imported.inverted() ? Words.of("data.import.inverted", words) : words;
  }

  private void showSkipped(List<Skipped> left) {
    skippedCount.setText(
        left.isEmpty()
            ? Words.of("data.import.nothingLeft")
            : Words.of("data.import.left", left.size()));
    for (Skipped each : left) {
      skipped.getItems().add(each.name() + ": " + each.why());
    }
  }

  /** The first images of every class, in turn. */
  private static Cells samples(Imported imported) {
    ImageSet train = imported.data().train();
    int[] taken = new int[imported.data().classes()];
    int each = Math.clamp(SAMPLES / taken.length, 1, MOST_OF_A_CLASS);
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < train.count(); i++) {
      if (taken[train.label(i)]++ < each) {
        chosen.add(i);
      }
    }
    chosen.sort(java.util.Comparator.comparingInt(train::label));
    return new Cells(
        chosen.size(),
        train.height(),
        train.width(),
        1,
        index -> {
          int image = chosen.get(index);
          String label = imported.data().classNames().get(train.label(image));
          return new Cells.Cell(List.of(train.image(image)), label, label);
        });
  }

  @Override
  public void requestFocus() {
    name.requestFocus();
  }
}
