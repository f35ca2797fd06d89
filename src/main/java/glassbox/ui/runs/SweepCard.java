package glassbox.ui.runs;

import glassbox.ui.controls.WholeText;
import glassbox.ui.runs.SweepForm.Reading;
import glassbox.ui.session.SettingWords;
import glassbox.ui.session.State;
import glassbox.ui.session.Sweep;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Trains one setting at several values, or one recipe with several seeds. */
final class SweepCard extends VBox implements Worded {
  private final TrainingSession session;
  private final ToggleButton setting = new ToggleButton(Words.of("runs.sweep.one"));
  private final ToggleButton seedsAlone = new ToggleButton(Words.of("runs.sweep.seedsAlone"));
  private String chosen = SettingWords.name(SweepForm.KEYS.getFirst());
  private final TextField key = new TextField(chosen);
  private final TextField values = new TextField();
  private final TextField seeds = new TextField("1");
  private final HBox keyRow = row(Words.of("runs.sweep.setting"), keyAndMenu());
  private final HBox valuesRow = row(Words.of("runs.sweep.values"), values);
  private final Label seedsName = Parts.label(Words.of("runs.sweep.seedsEach"));
  private final Label words = Parts.wrapped("muted", "sweep-words");
  private final Label problem = Parts.wrapped("problem");
  private final Button train;
  private final QueueProgress progress;
  private List<Sweep.Variant> variants = List.of();

  SweepCard(TrainingSession session) {
    this.session = session;
    getStyleClass().add("card-pane");
    train =
        Parts.button(
            Words.of("runs.sweep.train"),
            "sweep-train",
            Words.of("runs.sweep.train.help"),
            () -> session.trainAll(variants));
    train.getStyleClass().add("accent");
    progress = new QueueProgress(session);
    name(key, "sweep-key", Words.of("runs.sweep.key"), Words.of("runs.sweep.key.help"));
    name(values, "sweep-values", Words.of("runs.sweep.values"), Words.of("runs.sweep.values.help"));
    name(
        seeds,
        "sweep-seeds",
        Words.of("runs.sweep.seeds.accessible"),
        Words.of("runs.sweep.seeds.help"));
    seeds.setPrefWidth(56);
    seeds.setMaxWidth(56);
    seeds.setAlignment(Pos.CENTER_RIGHT);
    problem.setId("sweep-problem");
    words.setId("sweep-words");
    getChildren()
        .addAll(
            Parts.label(Words.of("runs.sweep"), "card-title"),
            kinds(),
            keyRow,
            valuesRow,
            row(seedsName, seeds),
            words,
            problem,
            train,
            progress);
    List.of(key, values, seeds)
        .forEach(field -> field.textProperty().addListener(property -> read()));
    session.recipeProperty().addListener(property -> read());
    session.datasetProperty().addListener(property -> read());
    session.stateProperty().addListener(property -> showTrain());
    session.queue().totalProperty().addListener(property -> showTrain());
    session.queue().doneProperty().addListener(property -> showTrain());
    read();
  }

  private HBox kinds() {
    ToggleGroup group = new ToggleGroup();
    for (ToggleButton kind : List.of(setting, seedsAlone)) {
      kind.setToggleGroup(group);
    }
    setting.setId("sweep-setting");
    setting.setTooltip(new Tooltip(Words.of("runs.sweep.one.help")));
    seedsAlone.setId("sweep-seeds-alone");
    seedsAlone.setTooltip(new Tooltip(Words.of("runs.sweep.seedsAlone.help")));
    setting.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener((property, before, now) -> {
          if (now == null) {
            group.selectToggle(before); // one of them it is
          } else {
            seeds.setText(now == seedsAlone ? "5" : "1");
            read();
          }
        });
    HBox kinds = new HBox(setting, seedsAlone);
    kinds.getStyleClass().add("segments");
    kinds.setMaxWidth(USE_PREF_SIZE);
    return kinds;
  }

  private HBox keyAndMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("sweep-keys");
    menu.setAccessibleText(Words.of("runs.sweep.keys"));
    menu.setTooltip(new Tooltip(Words.of("runs.sweep.keys")));
    for (String known : SweepForm.KEYS) {
      MenuItem item = new MenuItem(SettingWords.name(known));
      item.setOnAction(event -> choose(SettingWords.name(known)));
      menu.getItems().add(item);
    }
    menu.getStyleClass().add("sweep-menu");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setMaxHeight(Double.MAX_VALUE);
    HBox.setHgrow(key, Priority.ALWAYS);
    return new HBox(4, key, menu);
  }

  /** A setting that was chosen has another name now; what was typed stays. */
  @Override
  public void retell() {
    if (key.getText().equals(chosen)) {
      chosen = Words.anew(chosen);
      key.setText(chosen);
    }
  }

  private void choose(String name) {
    chosen = name;
    key.setText(name);
    values.clear();
    values.requestFocus();
  }

  private static void name(TextField field, String id, String name, String help) {
    field.setId(id);
    field.setAccessibleText(name);
    field.setTooltip(new Tooltip(help));
  }

  private static HBox row(String name, Node field) {
    return row(Parts.label(name), field);
  }

  private static HBox row(Label name, Node field) {
    name.setMinWidth(USE_PREF_SIZE);
    name.getStyleClass().add("sweep-name");
    WholeText.onHover(name);
    name.setLabelFor(field);
    HBox row = new HBox(8, name, field);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(field, Priority.ALWAYS);
    return row;
  }

  private SweepForm form() {
    return new SweepForm(seedsAlone.isSelected(), key.getText(), values.getText(), seeds.getText());
  }

  private void read() {
    SweepForm form = form();
    Parts.show(keyRow, !form.seedsAlone());
    Parts.show(valuesRow, !form.seedsAlone());
    seedsName.setText(Words.of(form.seedsAlone() ? "runs.sweep.seeds" : "runs.sweep.seedsEach"));
    values.setPromptText(form.example());
    variants = List.of();
    String refused = "";
    switch (form.read(session.recipe(), session.datasetProperty().get())) {
      case Reading.Ready ready -> {
        variants = ready.variants();
        words.setText(size(ready));
      }
      case Reading.Unfinished unfinished -> words.setText(unfinished.hint());
      case Reading.Refused no -> refused = no.why();
    }
    problem.setText(refused);
    Parts.show(problem, !refused.isEmpty());
    Parts.show(words, refused.isEmpty());
    showTrain();
  }

  private static String size(Reading.Ready ready) {
    int runs = ready.variants().size();
    return ready.steps() == 0
        ? Words.of("runs.count", runs)
        : Words.of("runs.sweep.size", runs, ready.steps());
  }

  private void showTrain() {
    train.setText(
        variants.isEmpty()
            ? Words.of("runs.sweep.train")
            : Words.of("runs.sweep.train.count", variants.size()));
    boolean busy =
        session.queue().isActive()
            || session.state() == State.RUNNING
            || session.state() == State.LOADING
            || session.state() == State.EMPTY;
    train.setDisable(busy || variants.isEmpty());
  }

  /** Looks how far the queue is. */
  void look() {
    progress.look();
  }
}
