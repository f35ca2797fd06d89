package glassbox.ui.setup;

import glassbox.data.ImageDataset;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.RecipeMemory;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The network and how it is trained, to be read and changed. */
public final class SetupPane extends ScrollPane {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final TrainingSession session;
  private final SetupModel model;
  private final BooleanBinding locked;
  private final LayerEditor layers;
  private final RateCurve rate = new RateCurve();
  private final TestSummary test = new TestSummary();

  public SetupPane(TrainingSession session, SetupModel model, RecipeFiles files) {
    this.session = session;
    this.model = model;
    locked =
        session
            .stateProperty()
            .isEqualTo(State.RUNNING)
            .or(session.stateProperty().isEqualTo(State.PAUSED));
    layers = new LayerEditor(model, locked);
    getStyleClass().add("setup-pane");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox content =
        new VBox(
            heading("Test set at this step", "section-title"),
            test,
            header(files),
            fields(model.network(), 128),
            layers,
            trainingHeading(),
            choice("Optimizer", OPTIMIZERS, r -> r.optimizer().name(), model::chooseOptimizer),
            choice("Schedule", SCHEDULES, r -> r.schedule().name(), model::chooseSchedule),
            rate,
            fields(model.optimizer(), 84),
            heading("Against learning by heart", "section-title"),
            fields(model.regularisation(), 84));
    content.getStyleClass().add("setup-content");
    setContent(content);
    session.recipeProperty().addListener(property -> showLayers());
    session.datasetProperty().addListener(property -> showLayers());
    session
        .predictionsProperty()
        .addListener((property, before, now) -> test.show(now, classNames()));
    showLayers();
  }

  private static final List<String> OPTIMIZERS = List.of("sgd", "rmsprop", "adam", "adamw");
  private static final List<String> SCHEDULES =
      List.of("constant", "inverse-time", "exponential", "step", "cosine");

  private HBox header(RecipeFiles files) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    MenuButton preset = new MenuButton("Preset");
    preset.setId("preset");
    preset.getStyleClass().add("chip");
    preset.setTooltip(new Tooltip("Start from a recipe that is known to work"));
    for (String name : Presets.names()) {
      MenuItem item = new MenuItem(name);
      item.setOnAction(event -> model.choosePreset(name));
      preset.getItems().add(item);
    }
    preset.getItems().add(new SeparatorMenuItem());
    MenuItem copy = new MenuItem("Copy recipe as JSON");
    copy.setOnAction(event -> copyRecipe());
    MenuItem open = new MenuItem("Open recipe…");
    open.setOnAction(
        event -> files.toOpen().ifPresent(file -> session.openRecipe(file, model::use)));
    MenuItem save = new MenuItem("Save recipe as…");
    save.setOnAction(event -> files.toSave().ifPresent(session::saveRecipe));
    preset.getItems().addAll(open, save, copy);
    preset.disableProperty().bind(locked);
    Button undo = small("undo", Feather.CORNER_UP_LEFT, "Undo the last change  (Ctrl+Z)");
    undo.setOnAction(event -> model.undo());
    undo.disableProperty().bind(model.canUndo().not());
    Button redo = small("redo", Feather.CORNER_UP_RIGHT, "Redo  (Ctrl+Y)");
    redo.setOnAction(event -> model.redo());
    redo.disableProperty().bind(model.canRedo().not());
    HBox header = new HBox(4, heading("Network", "card-title"), space, undo, redo, preset);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private static Button small(String id, Feather icon, String help) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("flat", "small-icon");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    return button;
  }

  private void copyRecipe() {
    ClipboardContent content = new ClipboardContent();
    content.putString(RecipeMemory.toText(session.recipe()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private HBox choice(
      String name, List<String> words, Function<Recipe, String> read, Consumer<String> choose) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(words);
    box.setId(name.toLowerCase(Locale.ROOT));
    box.setPrefWidth(132);
    box.getStyleClass().add("dense-choice");
    box.setAccessibleText(name);
    box.setTooltip(new Tooltip(name + ", from the next step on"));
    box.setValue(read.apply(session.recipe()));
    session.recipeProperty().addListener((property, before, now) -> box.setValue(read.apply(now)));
    box.valueProperty()
        .addListener((property, before, now) -> {
          if (now != null && !now.equals(read.apply(session.recipe()))) {
            choose.accept(now);
          }
        });
    Label label = new Label(name);
    label.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, label, space, box);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label heading(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  private List<String> classNames() {
    ImageDataset data = session.datasetProperty().get();
    return data == null ? List.of() : data.classNames();
  }

  private void showLayers() {
    ImageDataset data = session.datasetProperty().get();
    if (data != null) {
      layers.show(session.recipe(), data);
      rate.show(session.recipe(), data);
    }
  }

  private VBox fields(List<Field> fields, double width) {
    VBox rows = new VBox();
    rows.getStyleClass().add("fields");
    fields.forEach(field -> rows.getChildren().add(row(field, width)));
    return rows;
  }

  private VBox row(Field field, double width) {
    Label name = new Label(field.name());
    name.setMinWidth(Region.USE_PREF_SIZE);
    TextField input = new TextField();
    input.setId(field.name().toLowerCase(Locale.ROOT).replace(' ', '-'));
    input.textProperty().bindBidirectional(field.textProperty());
    input.setPrefWidth(width);
    input.setAccessibleText(field.name());
    input.setTooltip(new Tooltip(field.help()));
    if (field.changesInARun()) {
      takeWhenComplete(input, field);
    } else {
      input.disableProperty().bind(locked);
    }
    input.setAlignment(Pos.CENTER_RIGHT);
    name.setLabelFor(input);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, name, space, input);
    line.setAlignment(Pos.CENTER_LEFT);
    Label problem = new Label();
    problem.getStyleClass().add("problem");
    problem.setId(input.getId() + "-problem");
    problem.setWrapText(true);
    problem.textProperty().bind(field.problemProperty());
    problem.visibleProperty().bind(field.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    field
        .problemProperty()
        .addListener(
            (property, before, now) -> input.pseudoClassStateChanged(REFUSED, !now.isEmpty()));
    VBox row = new VBox(4, line, problem);
    showWhereItApplies(row, field);
    session.recipeProperty().addListener(property -> showWhereItApplies(row, field));
    return row;
  }

  /** A run in hand takes what was typed with Enter, or when one goes elsewhere; Esc gives it up. */
  private void takeWhenComplete(TextField input, Field field) {
    input.setOnAction(event -> {
      model.complete(field);
      if (field.problemProperty().get().isEmpty()) {
        getScene().getRoot().requestFocus(); // Space is the window's again
      }
    });
    input.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        model.giveUp(field);
      }
    });
    input
        .focusedProperty()
        .addListener((property, before, focused) -> {
          if (!focused) {
            model.complete(field);
          }
        });
  }

  private Label trainingHeading() {
    Label heading = heading("", "section-title");
    heading
        .textProperty()
        .bind(
            Bindings.when(locked)
                .then("Training, from the next step on (Enter)")
                .otherwise("Training, from the next run on"));
    return heading;
  }

  private void showWhereItApplies(VBox row, Field field) {
    row.setVisible(field.appliesTo(session.recipe()));
    row.setManaged(row.isVisible());
  }
}
