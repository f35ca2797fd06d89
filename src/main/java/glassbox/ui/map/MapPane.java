package glassbox.ui.map;

import glassbox.data.ImageDataset;
import glassbox.ui.controls.Card;
import glassbox.ui.session.Examined;
import glassbox.ui.session.MapInView;
import glassbox.ui.session.Mapped;
import glassbox.ui.session.Run;
import glassbox.ui.session.Selection;
import glassbox.ui.session.TrainingSession;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The images of the part that is looked at, placed on a plane by their pixels or by what a hidden
 * layer makes of them, at the step that is looked at.
 */
public final class MapPane extends StackPane {
  private final TrainingSession session;
  private final MapInView map;
  private final MapModel model = new MapModel();
  private final MapCanvas canvas;
  private final MapTools tools;
  private final ClassLegend legend = new ClassLegend(this::showClass);
  private final HoverCard hover = new HoverCard();
  private final Label empty = new Label();
  private final Label facts = new Label();

  /** The map of a session; {@link #look} is to be called once a frame while it is seen. */
  public MapPane(TrainingSession session) {
    this.session = session;
    map = session.map();
    canvas = new MapCanvas(model, session.selection());
    tools = new MapTools(map.choiceProperty());
    getStyleClass().add("map-pane");
    getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("map.css")).toExternalForm());
    facts.getStyleClass().add("muted");
    facts.setId("map-facts");
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    StackPane picture = new StackPane(canvas, empty, hover);
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox content = new VBox(8, tools, picture, legend);
    getChildren()
        .add(new Card("Map", content).fact(facts).action(new MapStatus(map, session.selection())));
    canvas.setOnHover(this::hover);
    tools.addZoom(canvas::zoom, this::fit);
    listen();
    examined();
  }

  private void listen() {
    sceneProperty()
        .addListener((property, before, scene) -> map.watchedProperty().set(scene != null));
    session.examinedProperty().addListener(property -> examined());
    session.runProperty().addListener(property -> examined());
    map.mappedProperty().addListener(property -> mapped());
    map.progressProperty().addListener(property -> explain());
    session.selection().filterProperty().addListener(property -> filtered());
    session
        .selection()
        .imageProperty()
        .addListener((property, before, now) -> {
          model.reveal(now.intValue());
          canvas.redraw();
        });
    tools
        .byErrorProperty()
        .addListener((property, before, now) -> {
          canvas.painter().setByError(now);
          canvas.redraw();
        });
    tools.lassoProperty().addListener((property, before, now) -> canvas.setLassoing(now));
    session.undo().watch(map.choiceProperty());
    session.undo().watch(tools.byErrorProperty());
  }

  /** Lets the images drift on. */
  public void look() {
    boolean still = getScene().getPreferences().isReducedMotion();
    if (model.drift().advance(still ? model.drift().arrival() : System.nanoTime())) {
      canvas.redraw();
    }
  }

  private void examined() {
    Examined examined = session.examinedProperty().get();
    Mapped mapped = map.mappedProperty().get();
    Run run = session.runProperty().get();
    tools.setLayers(run == null ? List.of() : MapInView.layers(run));
    canvas.painter().setClassNames(classNames());
    legend.setNames(classNames());
    if (examined != null
        && mapped != null
        && mapped.of().answers().images() == examined.answers().images()) {
      model.answer(examined.answers());
    }
    explain();
    canvas.redraw();
  }

  private void mapped() {
    Mapped mapped = map.mappedProperty().get();
    Examined examined = session.examinedProperty().get();
    model.show(mapped, examined == null ? null : examined.answers(), System.nanoTime());
    if (mapped == null) {
      hover.setVisible(false);
    }
    explain();
    canvas.redraw();
  }

  private void filtered() {
    model.show(session.selection().filter());
    canvas.redraw();
  }

  private void fit() {
    model.fit();
    canvas.redraw();
  }

  private void showClass(int classIndex, boolean shown) {
    model.setClassShown(classIndex, shown);
    canvas.redraw();
  }

  private List<String> classNames() {
    ImageDataset dataset = session.datasetProperty().get();
    return dataset == null ? List.of() : dataset.classNames();
  }

  /** What is seen, or why nothing is. */
  private void explain() {
    Mapped mapped = map.mappedProperty().get();
    Examined examined = session.examinedProperty().get();
    empty.setVisible(mapped == null || examined == null);
    empty.setText(whyEmpty(examined));
    facts.setText(mapped == null ? "" : facts(mapped));
    canvas.setAccessibleText(
        mapped == null || examined == null
            ? "Map of the images: " + empty.getText()
            : spoken(mapped, examined));
  }

  private String spoken(Mapped mapped, Examined examined) {
    int wrong = examined.answers().count() - examined.answers().correctCount();
    String layer =
        mapped.by().layer() == 0
            ? "their pixels"
            : "what layer %d makes of them".formatted(mapped.by().layer());
    return String.format(
        Locale.ROOT,
        "Map of the images: %s by %s of %s; %,d are answered incorrectly. Arrows move it, plus and"
            + " minus zoom, 0 shows all, Ctrl and an arrow choose an image",
        facts(mapped),
        mapped.by().method().title(),
        layer,
        wrong);
  }

  private String whyEmpty(@Nullable Examined examined) {
    if (examined != null) {
      return "Placing the images…";
    }
    return session.snapshotProperty().get() == null
        ? "Train a network to see which images are alike to it · press Space"
        : "This run has no %s images".formatted(session.partProperty().get().word());
  }

  private static String facts(Mapped mapped) {
    int placed = mapped.placement().count();
    int all = mapped.of().answers().count();
    String part = mapped.of().part().word();
    String step =
        mapped.by().layer() == 0
            ? ""
            : String.format(Locale.ROOT, " · step %,d", mapped.of().moment().step());
    return placed == all
        ? String.format(Locale.ROOT, "%,d %s images%s", all, part, step)
        : String.format(Locale.ROOT, "%,d of %,d %s images%s", placed, all, part, step);
  }

  private void hover(int image) {
    Examined examined = session.examinedProperty().get();
    int place = model.placeOf(image);
    if (image == Selection.NONE || place < 0 || examined == null) {
      hover.setVisible(false);
      return;
    }
    hover.show(examined.answers(), image, classNames(), examined.part().word());
    double x = model.viewport().screenX(model.drift().x(place));
    double y = model.viewport().screenY(model.drift().y(place));
    double right = x + 16 + hover.getWidth() > canvas.getWidth() ? -16 - hover.getWidth() : 16;
    double top =
        Math.clamp(
            y - hover.getHeight() / 2, 0, Math.max(0, canvas.getHeight() - hover.getHeight()));
    hover.relocate(Math.max(0, x + right), top);
  }
}
