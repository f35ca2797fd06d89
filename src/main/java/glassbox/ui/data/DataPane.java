package glassbox.ui.data;

import glassbox.ui.controls.Overlay;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.session.Part;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Retelling;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The data set in hand, view by view; and the way in for pictures of one's own. */
public final class DataPane extends VBox implements Worded {
  private final TrainingSession session;
  private final StackPane content = new StackPane();
  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);
  private final Map<View, Region> views = new EnumMap<>(View.class);

  private enum View {
    IMAGES,
    CLASSES,
    DUPLICATES,
    HARDEST,
    AUGMENTATION;

    /** Its name in ids and in the files of words. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Shows pictures that are to be imported before they are used, whatever view is open.
   *
   * @param overlay where they are looked at
   * @param folder where data sets of one's own are kept
   */
  public static void previewImports(
      TrainingSession session, Supplier<Overlay> overlay, Path folder) {
    session
        .imports()
        .offeredProperty()
        .addListener((property, before, now) -> {
          if (now != null) {
            overlay.get().show(new ImportCard(session, now, folder, () -> overlay.get().close()));
          }
        });
  }

  /** A pane of a session's data. */
  public DataPane(TrainingSession session) {
    this.session = session;
    getStyleClass().add("data-pane");
    getStylesheets().add(stylesheet());
    PartImages part = new PartImages(session);
    Runnable augment = () -> choose(View.AUGMENTATION);
    views.put(View.IMAGES, new BrowseView(part, augment));
    views.put(View.CLASSES, new ClassesView(session));
    views.put(View.DUPLICATES, new DuplicatesView(part));
    views.put(View.HARDEST, new HardestView(part, augment));
    views.put(View.AUGMENTATION, new AugmentationView(new AugmentationModel(part), session));
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(switches(), content);
    choose(View.IMAGES);
    sceneProperty()
        .addListener((property, before, now) -> session.dataFacts().setWanted(now != null));
  }

  /** What is not in view has words, too. */
  @Override
  public void retell() {
    views.values().stream().filter(view -> view.getParent() == null).forEach(Retelling::of);
  }

  static String stylesheet() {
    return ProgramFile.beside(DataPane.class, "data.css");
  }

  private HBox switches() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    row.setMaxWidth(Region.USE_PREF_SIZE);
    for (View view : View.values()) {
      ToggleButton button = new ToggleButton(Words.of("data.view." + view.word()));
      button.setOnAction(event -> choose(view));
      buttons.put(
          view,
          Choices.named(
              button, "data-" + view.word(), Words.of("data.view." + view.word() + ".help")));
      row.getChildren().add(button);
    }
    return row;
  }

  private void choose(View view) {
    buttons.forEach((each, button) -> button.setSelected(each == view));
    Node shown = views.get(view);
    if (shown != null) {
      content.getChildren().setAll(shown);
    }
    if (view == View.HARDEST && session.partProperty().get() == Part.TEST) {
      session.partProperty().set(Part.TRAINING); // wrong labels that were learned matter most
    }
  }
}
