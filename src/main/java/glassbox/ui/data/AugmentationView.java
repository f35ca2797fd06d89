package glassbox.ui.data;

import glassbox.data.ImageSet;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.PixelView;
import glassbox.ui.session.AugmentedPictures.Result;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How images are changed while they are learned: strengths, and 24 versions of one image, live. */
final class AugmentationView extends HBox {
  private final AugmentationModel model;
  private final TrainingSession session;
  private final CheckBox on = new CheckBox(Words.of("data.augment.on"));
  private final Label hint = Choices.muted("");
  private final List<StrengthSlider> sliders = new ArrayList<>();
  private final PixelView original = new PixelView(112);
  private final Label originalName = Choices.muted("");
  private final ImageGrid grid = new ImageGrid(0, false);
  private final Label empty = Choices.emptyState("augmentation-empty");

  AugmentationView(AugmentationModel model, TrainingSession session) {
    this.model = model;
    this.session = session;
    getStyleClass().add("pane-row");
    Card strengths = new Card(Words.of("data.augment"), strengths());
    strengths.action(modern());
    strengths.getStyleClass().add("strengths-card");
    Card versions =
        new Card(Words.of("data.augment.versions"), new StackPane(pictures(), empty))
            .action(weak())
            .action(newDraw())
            .action(anotherImage());
    HBox.setHgrow(versions, Priority.ALWAYS);
    getChildren().addAll(strengths, versions);
    model.triedProperty().addListener(property -> model.ask());
    model.weakProperty().addListener(property -> model.ask());
    session.selection().imageProperty().addListener(property -> refresh());
    session.partProperty().addListener(property -> refresh());
    session.datasetProperty().addListener(property -> renewed());
    session.stateProperty().addListener(property -> sayWhenItCounts());
    model.onProperty().addListener(property -> sayWhenItCounts());
    session.augmentedPictures().resultProperty().addListener((p, b, now) -> show(now));
    renewed();
  }

  private ScrollPane strengths() {
    Choices.named(on, "augmentation-on", Words.of("data.augment.on.help"));
    on.setOnAction(event -> model.setOn(on.isSelected()));
    model.onProperty().addListener((property, before, now) -> on.setSelected(now));
    on.setSelected(model.onProperty().get());
    hint.setId("augmentation-hint");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    VBox all = new VBox(on, hint);
    all.getStyleClass().add("strengths");
    for (Strength strength : Strength.values()) {
      sliders.add(new StrengthSlider(strength, model));
    }
    all.getChildren().addAll(sliders);
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("card-scroll");
    return scroll;
  }

  private Button modern() {
    Button button = new Button(Words.of("data.augment.modern"));
    button.getStyleClass().add("chip");
    button.setOnAction(event -> model.likeModern());
    return Choices.named(button, "augmentation-modern", Words.of("data.augment.modern.help"));
  }

  private ToggleButton weak() {
    ToggleButton button = new ToggleButton(Words.of("data.augment.weak"));
    button.getStyleClass().add("chip");
    button.selectedProperty().bindBidirectional(model.weakProperty());
    return Choices.named(button, "augmentation-weak", Words.of("data.augment.weak.help"));
  }

  private Button newDraw() {
    Button button = new Button(Words.of("data.augment.draw"));
    button.getStyleClass().add("chip");
    button.setOnAction(event -> model.newDraw());
    return Choices.named(button, "augmentation-draw", Words.of("data.augment.draw.help"));
  }

  private Button anotherImage() {
    Button button = new Button(Words.of("data.augment.another"));
    button.getStyleClass().add("chip");
    button.setOnAction(event -> model.anotherImage());
    return Choices.named(button, "augmentation-image", Words.of("data.augment.another.help"));
  }

  private HBox pictures() {
    originalName.setId("augmentation-original");
    originalName.setWrapText(true);
    VBox asItIs = new VBox(original, originalName);
    asItIs.getStyleClass().add("as-it-is");
    asItIs.setAlignment(Pos.TOP_LEFT);
    grid.setId("augmented-images");
    HBox.setHgrow(grid, Priority.ALWAYS);
    HBox both = new HBox(asItIs, grid);
    both.getStyleClass().add("versions");
    return both;
  }

  private void renewed() {
    sliders.forEach(StrengthSlider::show);
    refresh();
  }

  private void refresh() {
    String obstacle = model.obstacle();
    ImageSet images = model.images();
    empty.setText(obstacle);
    on.setDisable(!obstacle.isEmpty());
    sliders.forEach(slider -> slider.setDisable(!obstacle.isEmpty()));
    sayWhenItCounts();
    if (!obstacle.isEmpty() || images == null || images.count() == 0) {
      grid.show(Cells.NONE);
      original.clear();
      originalName.setText("");
      return;
    }
    original.show(images.image(model.image()), images.height(), images.width());
    originalName.setText(Words.of("data.augment.original", model.imageName()));
    model.ask();
  }

  private void sayWhenItCounts() {
    boolean inHand = session.runInHand() != null;
    String off = model.onProperty().get() ? "" : "off.";
    hint.setText(Words.of("data.augment." + off + (inHand ? "inHand" : "next")));
  }

  private void show(@Nullable Result result) {
    if (result == null || !model.obstacle().isEmpty()) {
      return;
    }
    ImageSet images = result.question().images();
    empty.setText(result.problem());
    grid.show(
        new Cells(
            result.pictures().size(),
            images.height(),
            images.width(),
            1,
            index ->
                new Cells.Cell(
                    List.of(result.pictures().get(index)),
                    "",
                    Words.of("data.augment.version", index + 1))));
  }
}
