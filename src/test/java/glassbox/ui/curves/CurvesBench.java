package glassbox.ui.curves;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.Run;
import glassbox.ui.support.Fx;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The curves in a window of their own. */
final class CurvesBench implements AutoCloseable {
  final ObservableList<Run> runs = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable Run> current = new SimpleObjectProperty<>();
  final SimpleLongProperty step = new SimpleLongProperty(-1);
  final FrameClock clock = new FrameClock();
  final CurvesPane pane;
  final Stage stage;

  /** Opens the window; the clock does not run, a test looks when it wants to. */
  CurvesBench(double width, double height) {
    Fx.start();
    pane = Fx.get(() -> new CurvesPane(runs, current, step, clock));
    stage =
        Fx.get(() -> {
          Stage opened = new Stage();
          StackPane root = new StackPane(pane);
          root.getStyleClass().addAll("frame", "train-view");
          opened.setScene(new Scene(root, width, height));
          dress(opened.getScene(), false);
          opened.show();
          return opened;
        });
  }

  private static void dress(Scene scene, boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().setAll(sheet("glassbox.css"), sheet(dark ? "dark.css" : "light.css"));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(CurvesPane.class.getResource("/glassbox/ui/" + name))
        .toExternalForm();
  }

  void setDark(boolean dark) {
    Fx.run(() -> dress(stage.getScene(), dark));
  }

  /** Adds a run and takes it in hand. */
  void train(Run run) {
    Fx.run(() -> {
      runs.add(run);
      current.set(run);
    });
  }

  /** Looks until everything has been read and drawn, and lays out. */
  void lookWell() {
    Fx.run(() -> {
      for (int i = 0; i < 100; i++) {
        pane.look();
      }
    });
    Fx.await("it is drawn", pane::isDrawn);
    Fx.run(() -> {
      for (int i = 0; i < 3; i++) { // sizes of words, then what depends on them
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
      }
    });
  }

  <T extends Node> T node(String query, Class<T> type) {
    return Fx.get(() -> type.cast(stage.getScene().lookup(query)));
  }

  @Override
  public void close() {
    Fx.run(stage::close);
  }
}
