package glassbox.ui.data;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.ui.controls.Card;
import glassbox.ui.session.Filter;
import glassbox.ui.session.Part;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** All images of a part, by class or by number; the one that is picked out stands beside them. */
final class BrowseView extends HBox {
  private final PartImages part;
  private final ImageGrid grid = new ImageGrid(56, true);
  private final ComboBox<Part> parts =
      Choices.chip("data-part", Words.of("data.browse.part"), Part::word);
  private final ComboBox<Integer> classes;
  private final TextField number = new TextField();
  private final Label count = new Label();
  private final Label empty = Choices.emptyState("data-empty");
  private int[] shown = new int[0];
  private @Nullable ImageSet shownImages;
  private boolean refreshing;

  BrowseView(PartImages part, Runnable augment) {
    this.part = part;
    classes = Choices.chip("data-class", Words.of("data.browse.class"), this::classWords);
    TrainingSession session = part.session();
    getStyleClass().add("pane-row");
    parts.getItems().setAll(Part.values());
    parts.valueProperty().bindBidirectional(session.partProperty());
    count.getStyleClass().add("count");
    Choices.named(number, "data-number", Words.of("data.browse.number.help"));
    number.setPromptText(Words.of("data.browse.number"));
    number.setPrefColumnCount(6);
    number.getStyleClass().add("data-number");
    number.setOnAction(event -> goTo(number.getText()));
    classes
        .valueProperty()
        .addListener(property -> {
          if (!refreshing) {
            refresh();
          }
        });
    grid.setId("data-images");
    grid.setOnChoose(index -> session.selection().choose(shown[index]));
    Card card =
        new Card(Words.of("data.browse"), new StackPane(grid, empty))
            .fact(count)
            .action(number)
            .action(classes)
            .action(parts);
    HBox.setHgrow(card, Priority.ALWAYS);
    getChildren().addAll(card, new ChosenCard(part, augment));
    session.datasetProperty().addListener(property -> renewed());
    session.partProperty().addListener(property -> refresh());
    session.runProperty().addListener(property -> refresh());
    session.recipeProperty().addListener(property -> refresh());
    session.selection().imageProperty().addListener(property -> mark());
    renewed();
  }

  private String classWords(Integer label) {
    return label < 0 ? Words.of("data.browse.all") : part.className(label);
  }

  /** Another data set has other classes. */
  private void renewed() {
    refreshing = true;
    ImageDataset data = part.session().datasetProperty().get();
    int most = data == null ? 0 : data.classes();
    classes.getItems().setAll(IntStream.range(Filter.ANY, most).boxed().toList());
    classes.setValue(Filter.ANY);
    refreshing = false;
    refresh();
  }

  private int label() {
    Integer label = classes.getValue();
    return label == null ? Filter.ANY : label;
  }

  private void refresh() {
    ImageSet images = part.images();
    shownImages = images;
    shown = images == null ? new int[0] : PartImages.ofClass(images, label());
    count.setText(Figures.count(shown.length));
    empty.setText(
        images == null
            ? Words.of("data.missing")
            : shown.length == 0 ? Words.of("data.browse.none") : "");
    grid.show(
        images == null
            ? Cells.NONE
            : new Cells(shown.length, images.height(), images.width(), 1, this::cell));
    mark();
  }

  private Cells.Cell cell(int index) {
    ImageSet images = shownImages;
    if (images == null) {
      return Cells.NONE.source().at(index);
    }
    int image = shown[index];
    String name = part.className(images.label(image));
    String caption = Words.of("data.caption", name, image);
    return new Cells.Cell(
        List.of(images.image(image)),
        name.length() > 4 ? name : caption,
        part.name(image) + ": " + name);
  }

  private void mark() {
    grid.mark(Math.max(-1, Arrays.binarySearch(shown, part.chosen())));
  }

  /** Goes to an image, whatever class is chosen. */
  private void goTo(String text) {
    String digits = text.replaceAll("[#,\\s]", "");
    ImageSet images = part.images();
    if (images == null) {
      return;
    }
    int last = images.count() - 1;
    int wanted = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    if (wanted < 0 || wanted > last) {
      part.session().refuse(Words.of("data.browse.refused", last, text.strip()));
      return;
    }
    if (label() >= 0 && images.label(wanted) != label()) {
      classes.setValue(Filter.ANY);
    }
    part.session().dismissNotice();
    part.session().selection().choose(wanted);
    grid.requestFocus();
  }
}
