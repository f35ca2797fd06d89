package glassbox.ui.map;

import glassbox.data.ImageDataset;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.Exportable;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.Examined;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.MapChoice;
import glassbox.ui.session.MapInView;
import glassbox.ui.session.Mapped;
import glassbox.ui.session.Run;
import glassbox.ui.session.Selection;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
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
    this(session, true);
    session.undo().watch(map.choiceProperty());
    session.undo().watch(tools.byErrorProperty());
  }

  private MapPane(TrainingSession session, boolean withControls) {
    this.session = session;
    map = session.map();
    canvas = new MapCanvas(model, session.selection());
    tools =
        new MapTools(
            withControls ? map.choiceProperty() : new SimpleObjectProperty<>(MapChoice.FIRST));
    getStyleClass().add("map-pane");
    getStylesheets().add(ProgramFile.beside(MapPane.class, "map.css"));
    facts.getStyleClass().add("muted");
    facts.setId("map-facts");
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    StackPane picture = new StackPane(canvas, empty, hover);
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox content = new VBox(8, picture, legend);
    Card card = new Card(Words.of("map.title"), content).fact(facts);
    getChildren().add(card);
    if (withControls) {
      content.getChildren().addFirst(tools);
      card.action(new MapStatus(map, session.selection()));
      card.exportable(
          Exportable.picture("map", canvas)
              .withSvg(canvas::svg)
              .withCsv(() -> MapExport.csv(model, classNames())));
    } else {
      card.withoutActions();
      canvas.setMinSize(100, 80);
    }
    canvas.setOnHover(this::hover);
    tools.addZoom(canvas::zoom, this::fit);
    listen();
    examined();
  }

  private void listen() {
    WhileShown.onShown(this, map::watch, map::leave);
    WhileShown.listen(this, session.examinedProperty(), this::examined);
    WhileShown.listen(this, session.runProperty(), this::examined);
    WhileShown.listen(this, map.mappedProperty(), this::mapped);
    WhileShown.listen(this, map.progressProperty(), this::explain);
    WhileShown.listen(this, session.selection().filterProperty(), this::filtered);
    WhileShown.listen(
        this,
        session.selection().imageProperty(),
        () -> {
          model.reveal(session.selection().image());
          canvas.redraw();
        });
    tools
        .byErrorProperty()
        .addListener((property, before, now) -> {
          canvas.painter().setByError(now);
          canvas.redraw();
        });
    tools.lassoProperty().addListener((property, before, now) -> canvas.setLassoing(now));
  }

  /**
   * A second view of the same map, without controls.
   *
   * @param clock moves its images on
   */
  public MapPane presented(FrameClock clock) {
    MapPane second = new MapPane(session, false);
    Runnable look = second::look;
    WhileShown.onShown(second, () -> clock.add(look), () -> clock.remove(look));
    WhileShown.share(second, second.tools.byErrorProperty(), tools.byErrorProperty());
    return second;
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
            ? Words.of("map.spoken.empty", empty.getText())
            : spoken(mapped, examined));
  }

  private String spoken(Mapped mapped, Examined examined) {
    int wrong = examined.answers().count() - examined.answers().correctCount();
    String of =
        mapped.by().layer() == 0
            ? Words.of("map.spoken.pixels")
            : Words.of("map.spoken.layer", mapped.by().layer());
    return Words.of("map.spoken", facts(mapped), mapped.by().method().title(), of, wrong);
  }

  private String whyEmpty(@Nullable Examined examined) {
    if (examined != null) {
      return Words.of("map.placing");
    }
    return session.snapshotProperty().get() == null
        ? Words.of("map.missing")
        : Words.of("map.none", session.partProperty().get().word());
  }

  private static String facts(Mapped mapped) {
    int placed = mapped.placement().count();
    int all = mapped.of().answers().count();
    String part = mapped.of().part().word();
    String words =
        placed == all
            ? Words.of("map.facts", all, part)
            : Words.of("map.facts.some", placed, all, part);
    return mapped.by().layer() == 0
        ? words
        : Words.of("map.facts.step", words, mapped.of().moment().step());
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
