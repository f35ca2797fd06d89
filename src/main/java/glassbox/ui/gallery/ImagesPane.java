package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.Exportable;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.session.Examined;
import glassbox.ui.session.Filter;
import glassbox.ui.session.MissingAnswers;
import glassbox.ui.session.Selection;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The images of the part that is looked at which the session's filter lets through, by the network
 * of the step that is looked at. The one that is chosen here is chosen in every pane.
 */
public final class ImagesPane extends VBox {
  private static final int LARGEST_MULTIPLE = 6;

  private final TrainingSession session;
  private final Selection selection;
  private final ImagesGrid grid;
  private final FilterBar filters;
  private final Label title = new Label();
  private final Label count = new Label();
  private final Label empty = new Label();
  private final ComboBox<Sorting> sorting = new ComboBox<>();
  private final BooleanProperty reversed = new SimpleBooleanProperty();
  private final IndexField search;

  public ImagesPane(TrainingSession session) {
    this.session = session;
    selection = session.selection();
    getStylesheets().add(ProgramFile.beside(ImagesPane.class, "gallery.css"));
    grid = new ImagesGrid(selection::choose);
    filters = new FilterBar(selection);
    search = new IndexField(this::find);
    title.setId("images-title");
    title.getStyleClass().add("card-title");
    count.setId("images-count");
    count.getStyleClass().add("count");
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    StackPane content = new StackPane(grid, empty);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox inside = new VBox(filterRow(), content);
    inside.getStyleClass().add("images-content");
    Card card =
        new Card("", inside)
            .fact(title)
            .fact(count)
            .action(sortingChoice())
            .action(direction())
            .optionalAction(sizeSlider())
            .exportable(Exportable.picture("images", grid).withSvg(grid::svg).withCsv(grid::csv));
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    listen();
    refresh();
  }

  private HBox filterRow() {
    HBox row = new HBox(8, filters, search);
    HBox.setHgrow(filters, Priority.ALWAYS);
    row.getStyleClass().add("images-filters");
    return row;
  }

  private ComboBox<Sorting> sortingChoice() {
    sorting.setId("images-sorting");
    sorting.getItems().setAll(Sorting.values());
    sorting.setValue(Sorting.CONFIDENCE);
    sorting.getStyleClass().add("chip");
    sorting.setMinWidth(Card.LEAST_CHOICE);
    sorting.setTooltip(new Tooltip(Words.of("gallery.images.sorting")));
    sorting.setAccessibleText(Words.of("gallery.images.sorting"));
    session.undo().watch(sorting.valueProperty());
    return sorting;
  }

  private ToggleButton direction() {
    ToggleButton direction = new ToggleButton();
    direction.setId("images-reversed");
    direction.getStyleClass().add("chip");
    direction.setMinWidth(Region.USE_PREF_SIZE);
    direction.selectedProperty().bindBidirectional(reversed);
    FontIcon arrow = new FontIcon();
    arrow
        .iconCodeProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> isDescending() ? Feather.ARROW_DOWN : Feather.ARROW_UP,
                reversed,
                sorting.valueProperty()));
    direction.setGraphic(arrow);
    direction.setTooltip(new Tooltip(Words.of("gallery.images.direction.help")));
    direction.setAccessibleText(Words.of("gallery.images.direction"));
    session.undo().watch(reversed);
    return direction;
  }

  private Slider sizeSlider() {
    Slider size = new Slider(1, LARGEST_MULTIPLE, 2);
    size.setId("images-size");
    size.getStyleClass().add("small-slider");
    size.setBlockIncrement(1);
    size.setMajorTickUnit(1);
    size.setMinorTickCount(0);
    size.setSnapToTicks(true);
    size.setTooltip(new Tooltip(Words.of("gallery.images.size.help")));
    size.setAccessibleText(Words.of("gallery.images.size"));
    size.valueProperty()
        .addListener(
            (property, before, now) -> grid.setMultiple((int) Math.round(now.doubleValue())));
    session.undo().watch(size.valueProperty());
    return size;
  }

  private boolean isDescending() {
    return sorting.getValue().isDescending() != reversed.get();
  }

  private void listen() {
    ChangeListener<Object> changed = (property, before, now) -> refresh();
    session.examinedProperty().addListener(changed);
    session.runProperty().addListener(changed);
    session.datasetProperty().addListener(changed);
    sceneProperty().addListener(changed);
    reversed.addListener(changed);
    sorting.valueProperty().addListener(changed);
    session
        .livesProperty()
        .addListener((property, before, now) -> {
          if (sorting.getValue() == Sorting.FLIPPED_LAST) {
            refresh();
          }
        });
    selection
        .filterProperty()
        .addListener((property, before, now) -> {
          refresh();
          grid.toTop();
        });
    selection.imageProperty().addListener(property -> choose());
  }

  private void choose() {
    grid.mark(selection.image());
    if (!grid.isFocused()) { // it was chosen elsewhere
      grid.reveal();
    }
  }

  /** Esc shows all images again. */
  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !selection.filter().equals(Filter.ALL)) {
      selection.show(Filter.ALL);
      event.consume();
    }
  }

  /** Shows and chooses an image by its number, among all images where the filter has it not. */
  private void find(int image) {
    if (!grid.holds(image)) {
      selection.show(Filter.ALL);
    }
    selection.choose(image);
    grid.reveal();
  }

  private List<String> names() {
    ImageDataset data = session.datasetProperty().get();
    return data == null ? List.of() : data.classNames();
  }

  /** Does nothing while nobody looks. */
  private void refresh() {
    if (getScene() == null) {
      return;
    }
    Examined now = session.examinedProperty().get();
    Filter filter = selection.filter();
    filters.show(filter, names());
    title.setText(FilterWords.of(filter, names()));
    if (now == null || now.answers().classes() != names().size()) {
      count.setText("");
      search.setImages(0);
      grid.show(null, new int[0], names(), "");
      explain(MissingAnswers.words(session, Words.of("gallery.images.missing")));
      return;
    }
    Predictions answers = now.answers();
    int[] images =
        sorting.getValue().sorted(answers, filter, isDescending(), session.livesProperty().get());
    count.setText(Words.of("gallery.images.count", images.length));
    search.setImages(answers.count());
    grid.show(answers, images, names(), now.part().word());
    explain(images.length == 0 ? Words.of("gallery.images.none") : "");
  }

  private void explain(String why) {
    empty.setText(why);
    empty.setVisible(!why.isEmpty());
  }
}
