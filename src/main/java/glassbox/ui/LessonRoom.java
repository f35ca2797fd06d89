package glassbox.ui;

import glassbox.format.Lesson;
import glassbox.ui.lesson.Classroom;
import glassbox.ui.lesson.LessonFiles;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The window as a lesson sees it: views to turn to, nodes to point at. */
final class LessonRoom implements Classroom {
  private static final String HIGHLIGHTED = "highlighted";

  private final Scene scene;
  private final MainRail rail;
  private LessonFiles files = LessonFiles.NONE;
  private @Nullable Node pointedAt;

  LessonRoom(Scene scene, MainRail rail) {
    this.scene = scene;
    this.rail = rail;
  }

  void setFiles(LessonFiles newFiles) {
    files = newFiles;
  }

  /** A view that this window does not have is passed over. */
  @Override
  public void show(Lesson.View view) {
    Arrays.stream(MainRail.View.values())
        .filter(own -> own.name().equals(view.name()))
        .findFirst()
        .ifPresent(own -> rail.viewProperty().set(own));
  }

  @Override
  public Lesson.View view() {
    return Lesson.View.valueOf(rail.viewProperty().get().name());
  }

  @Override
  public void highlight(@Nullable String id) {
    if (pointedAt != null) {
      pointedAt.getStyleClass().remove(HIGHLIGHTED);
    }
    pointedAt = id == null ? null : scene.lookup("#" + id);
    if (pointedAt != null) {
      pointedAt.getStyleClass().add(HIGHLIGHTED);
    }
  }

  @Override
  public LessonFiles files() {
    return files;
  }
}
