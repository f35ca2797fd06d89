package glassbox.ui.runs;

import glassbox.ui.runs.SweepForm.Reading;
import glassbox.ui.session.SettingWords;
import glassbox.ui.session.State;
import glassbox.ui.session.Sweep;
import glassbox.ui.session.TrainingSession;
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
final class SweepCard extends VBox {
  private final TrainingSession session;
  private final ToggleButton setting = new ToggleButton("One setting");
  private final ToggleButton seedsAlone = new ToggleButton("Seeds alone");
  private final TextField key = new TextField(SettingWords.name(SweepForm.KEYS.getFirst()));
  private final TextField values = new TextField();
  private final TextField seeds = new TextField("1");
  private final HBox keyRow = row("Setting", keyAndMenu());
  private final HBox valuesRow = row("Values", values);
  private final Label seedsName = Parts.label("Seeds each");
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
            "Train",
            "sweep-train",
            "One after the other, each from the recipe as it is now, at full speed",
            () -> session.trainAll(variants));
    train.getStyleClass().add("accent");
    progress = new QueueProgress(session);
    name(key, "sweep-key", "Setting that varies", "Any key of a recipe, such as network.0");
    name(values, "sweep-values", "Values", "What the setting takes, with commas between");
    name(seeds, "sweep-seeds", "Number of seeds", "How many runs, each with another seed: 1 to 20");
    seeds.setPrefWidth(56);
    seeds.setMaxWidth(56);
    seeds.setAlignment(Pos.CENTER_RIGHT);
    problem.setId("sweep-problem");
    words.setId("sweep-words");
    getChildren()
        .addAll(
            Parts.label("Train several", "card-title"),
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
    setting.setTooltip(new Tooltip("The same recipe with several values of one setting"));
    seedsAlone.setId("sweep-seeds-alone");
    seedsAlone.setTooltip(new Tooltip("The same recipe several times: how much is chance?"));
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
    menu.setAccessibleText("Settings that are worth a try");
    menu.setTooltip(new Tooltip("Settings that are worth a try"));
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

  private void choose(String name) {
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
    seedsName.setText(form.seedsAlone() ? "Seeds" : "Seeds each");
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
    String runs = runs(ready.variants().size());
    return ready.steps() == 0 ? runs : "%s, %,d steps in all".formatted(runs, ready.steps());
  }

  private static String runs(int count) {
    return count == 1 ? "1 run" : count + " runs";
  }

  private void showTrain() {
    train.setText(variants.isEmpty() ? "Train" : "Train " + runs(variants.size()));
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
