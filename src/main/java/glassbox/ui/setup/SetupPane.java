package glassbox.ui.setup;

import glassbox.data.ImageDataset;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The network and how it is trained, to be read and changed between runs. */
public final class SetupPane extends ScrollPane {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final TrainingSession session;
  private final LayerList layers = new LayerList();
  private final TestSummary test = new TestSummary();

  public SetupPane(TrainingSession session, SetupModel model) {
    this.session = session;
    getStyleClass().add("setup-pane");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox content =
        new VBox(
            heading("Network", "card-title"),
            fields(model.network(), 128),
            layers,
            heading("Training", "section-title"),
            fields(model.optimizer(), 84),
            heading("Test set at this step", "section-title"),
            test);
    content.getStyleClass().add("setup-content");
    setContent(content);
    session.recipeProperty().addListener(property -> showLayers());
    session.datasetProperty().addListener(property -> showLayers());
    session
        .predictionsProperty()
        .addListener((property, before, now) -> test.show(now, classNames()));
    showLayers();
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
    input.disableProperty().bind(session.stateProperty().isEqualTo(State.RUNNING));
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
    return new VBox(4, line, problem);
  }
}
