package glassbox.ui.transport;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The bundled data sets side by side, and a way to open another. */
final class DatasetChoice extends HBox {
  private final TrainingSession session;
  private final ToggleGroup group = new ToggleGroup();
  private final MenuButton open = new MenuButton(Words.of("transport.dataset.open"));

  DatasetChoice(TrainingSession session, DatasetFinder finder) {
    this.session = session;
    getStyleClass().add("segments");
    int key = 1;
    for (Datasets.Bundled bundled : Datasets.BUNDLED) {
      ToggleButton button = new ToggleButton(bundled.title());
      button.setId("dataset-" + bundled.name());
      button.setUserData(bundled.name());
      button.setToggleGroup(group);
      button.setTooltip(new Tooltip(Words.of("transport.dataset.train", bundled.title(), key++)));
      button.setOnAction(event -> choose(bundled.name()));
      getChildren().add(button);
    }
    open.setId("dataset-open");
    open.textProperty().addListener((property, before, now) -> describeOpen(now));
    describeOpen(open.getText());
    open.setTooltip(new Tooltip(Words.of("transport.dataset.open.help")));
    MenuItem run = new MenuItem(Words.of("transport.dataset.run"));
    run.setOnAction(event -> finder.run().ifPresent(session::openArchive));
    open.getItems()
        .setAll(
            item(Words.of("transport.dataset.folder"), finder::folder),
            item(Words.of("transport.dataset.archive"), finder::archive),
            run);
    getChildren().add(open);
    disableProperty()
        .bind(
            session
                .stateProperty()
                .isEqualTo(State.RUNNING)
                .or(session.stateProperty().isEqualTo(State.LOADING)));
    session.datasetProperty().addListener((property, before, now) -> show(now));
    session.stateProperty().addListener(property -> show(session.datasetProperty().get()));
  }

  private MenuItem item(String text, Supplier<Optional<Path>> finding) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> finding.get().ifPresent(path -> open(path.toString())));
    return item;
  }

  private void open(String path) {
    ImageDataset now = session.datasetProperty().get();
    if (now == null || !now.name().equals(path)) {
      session.open(path);
    }
  }

  private void choose(String nameOrPath) {
    ImageDataset now = session.datasetProperty().get();
    if (now == null || !now.name().equals(nameOrPath)) {
      session.useDataset(nameOrPath);
    }
    show(now);
  }

  private void show(@Nullable ImageDataset data) {
    String name = data == null ? "" : data.name();
    Toggle chosen =
        group.getToggles().stream()
            .filter(toggle -> name.equals(toggle.getUserData()))
            .findFirst()
            .orElse(null);
    group.selectToggle(chosen);
    open.setText(
        chosen == null && data != null ? Datasets.title(name) : Words.of("transport.dataset.open"));
  }

  private void describeOpen(String words) {
    open.setAccessibleText(Words.of("transport.dataset.own", words));
  }
}
