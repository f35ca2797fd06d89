package glassbox.ui.tour;

import glassbox.ui.controls.ProgramFile;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Lies over the window and lets through what is not meant for its card. */
public final class Tour extends Pane {
  private static final double ROUND = 4;

  private static final List<Stop> STOPS =
      List.of(
          new Stop("#train", "train"),
          new Stop("#loss-chart", "watch"),
          new Stop(".timeline", "back"),
          new Stop(".rail", "more"),
          new Stop("#help", "ask"));

  private final TrainingSession session;
  private final TourCard card = new TourCard(this::next, this::end);
  private final Region ring = new Region();
  private int at;
  private final EventHandler<KeyEvent> keys = this::pressed;

  /** Not an invalidation listener, which would hear nothing more until the value is read. */
  private final ChangeListener<Object> moved =
      (property, before, now) -> Platform.runLater(this::requestLayout);

  private @Nullable Node target;
  private @Nullable Node focusedBefore;

  /** A tour that has not begun. */
  public Tour(TrainingSession session) {
    this.session = session;
    setId("tour");
    setPickOnBounds(false);
    setVisible(false);
    getStylesheets().add(ProgramFile.beside(Tour.class, "tour.css"));
    ring.getStyleClass().add("tour-ring");
    ring.setMouseTransparent(true);
    getChildren().addAll(ring, card);
    session
        .stateProperty()
        .addListener((property, before, now) -> {
          if (now == State.RUNNING && isVisible() && at == 0) {
            next(); // it was pressed
          }
          if (before == State.LOADING && isVisible()) {
            Platform.runLater(this::takeKeyboardAgain);
          }
        });
  }

  /** Begins, or begins again. */
  public void begin() {
    if (!isVisible()) {
      focusedBefore = getScene().getFocusOwner();
      getScene().addEventHandler(KeyEvent.KEY_PRESSED, keys);
    }
    setVisible(true);
    show(0);
    card.takeKeyboard();
  }

  /** Data are read at the start, and then the window gives the keyboard to what trains. */
  private void takeKeyboardAgain() {
    if (isVisible() && !card.hasKeyboard()) {
      focusedBefore = getScene().getFocusOwner();
      card.takeKeyboard();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    }
  }

  private void next() {
    if (at + 1 < STOPS.size()) {
      show(at + 1);
    } else {
      end();
    }
  }

  private void show(int index) {
    at = index;
    follow(getScene().lookup(STOPS.get(index).target()));
    card.show(STOPS.get(index), index + 1, STOPS.size());
    requestLayout();
  }

  /** The ring goes where its target goes. */
  private void follow(@Nullable Node next) {
    if (target != null) {
      target.localToSceneTransformProperty().removeListener(moved);
      target.layoutBoundsProperty().removeListener(moved);
    }
    target = next;
    if (next != null) {
      next.localToSceneTransformProperty().addListener(moved);
      next.layoutBoundsProperty().addListener(moved);
    }
  }

  /** Gives the keyboard back where the card has it. */
  private void end() {
    boolean had = card.hasKeyboard();
    setVisible(false);
    getScene().removeEventHandler(KeyEvent.KEY_PRESSED, keys);
    follow(null);
    if (had && focusedBefore != null) {
      focusedBefore.requestFocus();
    }
  }

  @Override
  protected void layoutChildren() {
    Node shown = target;
    Bounds seen =
        shown == null || shown.getScene() == null
            ? null
            : sceneToLocal(shown.localToScene(shown.getLayoutBounds()));
    ring.setVisible(seen != null);
    card.autosize();
    if (seen == null) {
      card.relocate((getWidth() - card.getWidth()) / 2, (getHeight() - card.getHeight()) / 2);
      return;
    }
    ring.resizeRelocate(
        seen.getMinX() - ROUND,
        seen.getMinY() - ROUND,
        seen.getWidth() + 2 * ROUND,
        seen.getHeight() + 2 * ROUND);
    Places.beside(seen, getWidth(), getHeight()).put(card);
  }
}
