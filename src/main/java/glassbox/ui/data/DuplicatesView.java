package glassbox.ui.data;

import glassbox.analysis.Duplicates;
import glassbox.data.ImageDataset;
import glassbox.ui.controls.Card;
import glassbox.ui.session.DataFacts.Facts;
import glassbox.ui.session.Part;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Images that are the same in every pixel, in pairs. */
final class DuplicatesView extends HBox {
  private final PartImages part;
  private final ImageGrid grid = new ImageGrid(84, true);
  private final Label summary = Choices.muted("");
  private final Label empty = Choices.emptyState("duplicates-empty");
  private List<Duplicates.Group> groups = List.of();

  /** One image of a pair. */
  private record Place(Part part, int index) {}

  DuplicatesView(PartImages part) {
    this.part = part;
    getStyleClass().add("pane-row");
    summary.setId("duplicates-summary");
    summary.setWrapText(true);
    grid.setId("duplicates-images");
    grid.setOnChoose(this::choose);
    Card card = new Card(Words.of("data.duplicates"), new StackPane(grid, empty)).fact(summary);
    HBox.setHgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    part.session().dataFacts().factsProperty().addListener((property, before, now) -> show(now));
    show(part.session().dataFacts().factsProperty().get());
  }

  private void show(@Nullable Facts facts) {
    groups = facts == null ? List.of() : facts.duplicates().groups();
    if (facts == null) {
      summary.setText("");
      empty.setText(Words.of("data.duplicates.comparing"));
      grid.show(Cells.NONE);
      return;
    }
    Duplicates found = facts.duplicates();
    ImageDataset data = facts.data();
    summary.setText(
        groups.isEmpty()
            ? ""
            : Words.of(
                "data.duplicates.found",
                groups.size(),
                found.testImagesInTraining(),
                found.conflicts()));
    empty.setText(
        groups.isEmpty()
            ? Words.of("data.duplicates.none", data.train().count(), data.test().count())
            : "");
    grid.show(
        new Cells(
            groups.size(),
            data.train().height(),
            data.train().width(),
            2,
            index -> cell(data, groups.get(index))));
  }

  /** The first of each part, or the first two. */
  private static List<Place> pair(Duplicates.Group group) {
    if (group.isAcross()) {
      return List.of(
          new Place(Part.TRAINING, group.train().getFirst()),
          new Place(Part.TEST, group.test().getFirst()));
    }
    Part part = group.train().isEmpty() ? Part.TEST : Part.TRAINING;
    List<Integer> two = group.train().isEmpty() ? group.test() : group.train();
    return List.of(new Place(part, two.get(0)), new Place(part, two.get(1)));
  }

  private Cells.Cell cell(ImageDataset data, Duplicates.Group group) {
    List<Place> pair = pair(group);
    String labels = group.labels().stream().map(part::className).collect(Collectors.joining(" ≠ "));
    String places =
        pair.stream()
            .map(DuplicatesView::name)
            .reduce((one, other) -> Words.of("data.duplicates.and", one, other))
            .orElse("");
    return new Cells.Cell(
        pair.stream().map(place -> pixels(data, place)).toList(),
        times(Words.of("data.duplicates.caption", labels, places), group),
        times(Words.of("data.duplicates.same", places, labels), group));
  }

  private static String times(String words, Duplicates.Group group) {
    return group.size() > 2 ? Words.of("data.duplicates.times", words, group.size()) : words;
  }

  private static String name(Place place) {
    return Words.of(
        place.part() == Part.TEST ? "data.duplicates.test" : "data.duplicates.train",
        place.index());
  }

  private static byte[] pixels(ImageDataset data, Place place) {
    return (place.part() == Part.TEST ? data.test() : data.train()).image(place.index());
  }

  private void choose(int index) {
    Place first = pair(groups.get(index)).getFirst();
    if (first.part() == Part.TEST) {
      part.choose(Part.TEST, first.index());
    } else {
      part.chooseTraining(first.index());
    }
  }
}
