package glassbox.ui.setup;

import glassbox.data.ImageDataset;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.RecipeInView;
import glassbox.ui.session.RecipeMemory;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.List;
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
import javafx.scene.control.ToggleButton;
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
  /** In a pane lower than this the layers are folded, so that the learning rate is in sight. */
  private static final double LOW = 600;

  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final TrainingSession session;
  private final SetupModel model;
  private final RecipeInView inView;
  private final BooleanBinding locked;
  private final LayerEditor layers;
  private final RateCurve rate = new RateCurve();
  private final TestSummary test = new TestSummary();

  /**
   * The settings of a session.
   *
   * @param fork asks what a fork at the step that is looked at is to change
   */
  public SetupPane(TrainingSession session, SetupModel model, RecipeFiles files, Runnable fork) {
    this.session = session;
    this.model = model;
    inView = session.recipeInView();
    locked =
        session
            .stateProperty()
            .isEqualTo(State.RUNNING)
            .or(session.stateProperty().isEqualTo(State.PAUSED))
            .or(inView.pastProperty());
    layers = new LayerEditor(model, locked, inView.pastProperty());
    getStyleClass().add("setup-pane");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox content =
        new VBox(
            heading(Words.of("setup.test"), "section-title"),
            test,
            new PastSettings(session, fork),
            header(files),
            fields(model.network(), 128),
            layersButton(),
            layers,
            trainingHeading(),
            choice("optimizer", OPTIMIZERS, r -> r.optimizer().name(), model::chooseOptimizer),
            choice("schedule", SCHEDULES, r -> r.schedule().name(), model::chooseSchedule),
            rate,
            fields(model.optimizer(), 84),
            heading(Words.of("setup.regularisation"), "section-title"),
            fields(model.regularisation(), 84));
    content.getStyleClass().add("setup-content");
    setContent(content);
    inView.recipeProperty().addListener((property, before, now) -> showLayers());
    session.datasetProperty().addListener(property -> showLayers());
    session
        .predictionsProperty()
        .addListener((property, before, now) -> test.show(now, classNames()));
    showLayers();
  }

  /** Shows or hides the layers one by one; how many units they have is seen in any case. */
  private ToggleButton layersButton() {
    ToggleButton button = new ToggleButton();
    button.setId("layers");
    button.getStyleClass().add("chip");
    button.setTooltip(new Tooltip(Words.of("setup.layers.help")));
    button.setSelected(true);
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Words.of(button.isSelected() ? "setup.layers.hide" : "setup.layers.show"),
                button.selectedProperty(),
                Words.languageProperty()));
    layers.visibleProperty().bind(button.selectedProperty());
    layers.managedProperty().bind(button.selectedProperty());
    button.setOnAction(event -> {
      boolean shown = button.isSelected();
      session
          .undo()
          .did(new Object(), () -> button.setSelected(!shown), () -> button.setSelected(shown));
    });
    heightProperty()
        .addListener((property, before, now) -> {
          if (isLow(before) != isLow(now)) {
            button.setSelected(!isLow(now));
          }
        });
    return button;
  }

  private static boolean isLow(Number height) {
    return height.doubleValue() > 0 && height.doubleValue() < LOW;
  }

  private static final List<String> OPTIMIZERS = List.of("sgd", "rmsprop", "adam", "adamw");
  private static final List<String> SCHEDULES =
      List.of("constant", "inverse-time", "exponential", "step", "cosine");

  private HBox header(RecipeFiles files) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    MenuButton preset = new MenuButton(Words.of("setup.preset"));
    preset.setId("preset");
    preset.setAccessibleText(Words.of("setup.preset"));
    preset.getStyleClass().add("chip");
    preset.setTooltip(new Tooltip(Words.of("setup.preset.help")));
    for (String name : Presets.names()) {
      MenuItem item = new MenuItem(name);
      item.setOnAction(event -> model.choosePreset(name));
      preset.getItems().add(item);
    }
    preset.getItems().add(new SeparatorMenuItem());
    MenuItem copy = new MenuItem(Words.of("setup.preset.copy"));
    copy.setOnAction(event -> copyRecipe());
    MenuItem open = new MenuItem(Words.of("setup.preset.open"));
    open.setOnAction(
        event -> files.toOpen().ifPresent(file -> session.openRecipe(file, model::use)));
    MenuItem save = new MenuItem(Words.of("setup.preset.save"));
    save.setOnAction(event -> files.toSave().ifPresent(session::saveRecipe));
    preset.getItems().addAll(open, save, copy);
    preset.disableProperty().bind(locked);
    Button undo = small("undo", Feather.CORNER_UP_LEFT, Words.of("setup.undo"));
    undo.setOnAction(event -> model.undo());
    undo.disableProperty().bind(model.canUndo().not());
    Button redo = small("redo", Feather.CORNER_UP_RIGHT, Words.of("setup.redo"));
    redo.setOnAction(event -> model.redo());
    redo.disableProperty().bind(model.canRedo().not());
    HBox header =
        new HBox(4, heading(Words.of("setup.network"), "card-title"), space, undo, redo, preset);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("setup-header");
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
      String id, List<String> words, Function<Recipe, String> read, Consumer<String> choose) {
    String name = Words.of("setup." + id);
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(words);
    box.setId(id);
    box.setPrefWidth(132);
    box.getStyleClass().add("dense-choice");
    box.setAccessibleText(name);
    box.setTooltip(new Tooltip(Words.of("setup." + id + ".help")));
    box.setValue(read.apply(inView.recipe()));
    box.disableProperty().bind(inView.pastProperty());
    inView.recipeProperty().addListener((property, before, now) -> box.setValue(read.apply(now)));
    box.valueProperty()
        .addListener((property, before, now) -> {
          if (now != null && !now.equals(read.apply(inView.recipe()))) {
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
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private List<String> classNames() {
    ImageDataset data = session.datasetProperty().get();
    return data == null ? List.of() : data.classNames();
  }

  private void showLayers() {
    ImageDataset data = session.datasetProperty().get();
    if (data != null) {
      layers.show(inView.recipe(), data);
      rate.show(inView.recipe(), data);
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
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    TextField input = new TextField();
    input.setId(field.id());
    input.textProperty().bindBidirectional(field.textProperty());
    input.setPrefWidth(width);
    input.setMinWidth(0.9 * width);
    input.setAccessibleText(field.name());
    input.setTooltip(new Tooltip(field.help()));
    input.disableProperty().bind(field.changesInARun() ? inView.pastProperty() : locked);
    if (field.changesInARun()) {
      takeWhenComplete(input, field);
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
    inView.recipeProperty().addListener((property, before, now) -> showWhereItApplies(row, field));
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
            Bindings.createStringBinding(
                () ->
                    Words.of(
                        inView.isPast()
                            ? "setup.training.past"
                            : locked.get() ? "setup.training.inHand" : "setup.training.next"),
                inView.pastProperty(),
                locked,
                Words.languageProperty()));
    return heading;
  }

  private void showWhereItApplies(VBox row, Field field) {
    row.setVisible(field.appliesTo(inView.recipe()));
    row.setManaged(row.isVisible());
  }
}
