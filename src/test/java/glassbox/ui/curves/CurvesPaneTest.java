package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.ui.session.Run;
import glassbox.ui.support.Fx;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.ValueAxis;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is seen on the two charts, and what the mouse does there. */
class CurvesPaneTest {
  private final CurvesBench bench = new CurvesBench(1048, 322);

  @AfterEach
  void close() {
    bench.close();
  }

  private String label(String query) {
    return bench.node(query, Label.class).getText();
  }

  /** All words on a chart that are seen. */
  private Set<String> words(String query) {
    return Fx.get(() -> {
      Set<Node> nodes = bench.node(query, Parent.class).lookupAll("*");
      return nodes.stream()
          .filter(node -> isSeen(node) && node.getBoundsInParent().getWidth() > 5)
          .map(CurvesPaneTest::text)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.toSet());
    });
  }

  private static String text(Node node) {
    return switch (node) {
      case Label label -> label.getText();
      case Text text -> text.getText();
      default -> "";
    };
  }

  private static boolean isSeen(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Point2D place(double share) {
    return Fx.get(() -> {
      CurveChart chart = bench.node("#loss-chart", CurveChart.class);
      Node axis = chart.getXAxis();
      return axis.localToScene(chart.getXAxis().getWidth() * share, -60);
    });
  }

  private void mouse(javafx.event.EventType<MouseEvent> type, double share, int clicks) {
    Point2D at = place(share);
    Node chart = bench.node("#loss-chart", CurveChart.class);
    Fx.run(() ->
        Event.fireEvent(
            chart,
            new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                0,
                0,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                new PickResult(chart, at.getX(), at.getY()))));
    bench.lookWell();
  }

  private void wheel(double share, double delta, boolean control) {
    Point2D at = place(share);
    Node chart = bench.node("#loss-chart", CurveChart.class);
    Fx.run(() ->
        Event.fireEvent(
            chart,
            new ScrollEvent(
                ScrollEvent.SCROLL,
                at.getX(),
                at.getY(),
                0,
                0,
                false,
                control,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(chart, at.getX(), at.getY()))));
    bench.lookWell();
  }

  private double upperStep(String query) {
    return ((ValueAxis<Number>) bench.node(query, CurveChart.class).getXAxis()).getUpperBound();
  }

  private Run train(int number, int steps) {
    Run run =
        SampleRuns.run(number, "Run " + (number + 1), SampleRuns.history(steps, 5, number), 5);
    bench.train(run);
    bench.lookWell();
    return run;
  }

  @Test
  void beforeTheFirstRunWordsSayWhatToDo() {
    bench.lookWell();
    assertEquals("–", label("#loss-value"));
    Set<Node> words = bench.stage.getScene().getRoot().lookupAll(".empty-state");
    assertTrue(words.size() == 2 && words.stream().allMatch(Node::isVisible));
  }

  @Test
  void oneRunHasItsLinesNamedAndNoLegend() {
    train(0, 300);
    Set<String> words = words("#loss-chart");
    List<String> expected = List.of("train", "validation", "epoch 2", "epoch 5");
    assertTrue(words.containsAll(expected), words::toString);
    assertFalse(words.contains("newest"));
    String spoken = bench.node("#loss-chart", CurveChart.class).getAccessibleText();
    assertTrue(
        spoken.matches("Loss of Run 1: [0-9.]+ after 300 steps, validation best .*"), spoken);
  }

  @Test
  void theMouseShowsTheValuesOfItsStepOnBothCharts() {
    train(0, 400);
    mouse(MouseEvent.MOUSE_MOVED, 0.3, 0);
    for (String chart : List.of("#loss-chart", "#accuracy-chart")) {
      Set<String> words = words(chart);
      assertTrue(words.stream().anyMatch(word -> word.matches("step \\d+")), words::toString);
      assertTrue(words.contains("smoothed"), words::toString);
    }
    mouse(MouseEvent.MOUSE_EXITED, 0.3, 0);
    assertFalse(words("#loss-chart").contains("smoothed"));
  }

  @Test
  void severalRunsAreNamedAtTheirEndsAndInTheLegend() {
    train(0, 300);
    Run second = train(1, 400);
    Set<String> words = words("#loss-chart");
    assertTrue(words.containsAll(List.of("newest", "Run 1", "Run 2")), words::toString);
    Fx.run(() -> bench.runs.getFirst().shownProperty().set(false));
    bench.lookWell();
    assertFalse(words("#loss-chart").contains("Run 1"));
    assertEquals(second, bench.current.get());
  }

  @Test
  void theHeaderShowsTheStepUnderTheHandle() {
    Run run = train(0, 400);
    String newest = label("#loss-value");
    Fx.run(() -> bench.step.set(10));
    assertFalse(newest.equals(label("#loss-value")));
    Fx.run(() -> bench.step.set(run.history().size()));
    assertEquals(newest, label("#loss-value"));
  }

  @Test
  void theWheelZoomsBothChartsAndHoldsUntilADoubleClick() {
    train(0, 400);
    double whole = upperStep("#loss-chart");
    ToggleButton follow = bench.node("#follow", ToggleButton.class);
    wheel(0.2, 200, false);
    assertTrue(upperStep("#loss-chart") < whole / 2);
    assertEquals(upperStep("#loss-chart"), upperStep("#accuracy-chart"));
    assertFalse(follow.isSelected());
    mouse(MouseEvent.MOUSE_CLICKED, 0.2, 2);
    assertEquals(whole, upperStep("#loss-chart"));
    assertTrue(follow.isSelected());
  }

  private void key(KeyCode code) {
    Node chart = bench.node("#loss-chart", CurveChart.class);
    Fx.run(() ->
        Event.fireEvent(
            chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    bench.lookWell();
  }

  @Test
  void keysZoomMoveAndShowEverything() {
    train(0, 400);
    assertTrue(bench.node("#loss-chart", CurveChart.class).isFocusTraversable());
    double whole = upperStep("#loss-chart");
    key(KeyCode.PLUS);
    key(KeyCode.ADD);
    double zoomed = upperStep("#loss-chart");
    assertTrue(zoomed < whole && zoomed == upperStep("#accuracy-chart"));
    key(KeyCode.RIGHT);
    assertTrue(upperStep("#loss-chart") > zoomed);
    key(KeyCode.LEFT);
    assertEquals(zoomed, upperStep("#loss-chart"), 1e-6);
    key(KeyCode.MINUS);
    assertTrue(upperStep("#loss-chart") > zoomed);
    key(KeyCode.DIGIT0);
    assertEquals(whole, upperStep("#loss-chart"));
  }

  @Test
  void whatWasSeenCanBeSeenAgain() {
    train(0, 400);
    double whole = upperStep("#loss-chart");
    Zoom before = bench.pane.zoomProperty().get();
    wheel(0.2, 200, false);
    wheel(0.2, 200, true);
    Zoom after = bench.pane.zoomProperty().get();
    double zoomed = upperStep("#loss-chart");
    assertNotEquals(before, after);
    Fx.run(() -> bench.pane.zoomProperty().set(before));
    bench.lookWell();
    assertEquals(whole, upperStep("#loss-chart"));
    assertTrue(bench.node("#follow", ToggleButton.class).isSelected());
    Fx.run(() -> bench.pane.zoomProperty().set(after));
    bench.lookWell();
    assertEquals(zoomed, upperStep("#loss-chart"));
    assertEquals(after, bench.pane.zoomProperty().get());
  }

  @Test
  void withControlTheWheelZoomsTheValues() {
    train(0, 400);
    double whole = upperStep("#loss-chart");
    CurveChart chart = bench.node("#loss-chart", CurveChart.class);
    double upper = ((ValueAxis<Number>) chart.getYAxis()).getUpperBound();
    wheel(0.2, 200, true);
    assertEquals(whole, upperStep("#loss-chart"));
    assertTrue(((ValueAxis<Number>) chart.getYAxis()).getUpperBound() < upper);
  }

  @Test
  void valuesThatAreNoNumbersAreFlagged() {
    double[][] steps = SampleRuns.steps(300, 5, 1);
    steps[0][150] = Double.NaN;
    History history = History.of(steps, List.of(), List.of());
    Histories.diverged(history, 301, Double.POSITIVE_INFINITY);
    bench.train(SampleRuns.run(0, "Run 1", history, 5));
    bench.lookWell();
    Set<String> words = words("#loss-chart");
    assertTrue(words.contains("NaN"), words::toString);
    assertTrue(words.contains("loss became infinite at step 301"), words::toString);
    assertTrue(label("#loss-value").matches("0\\.\\d+"), label("#loss-value"));
  }

  @Test
  void theSliderAndThePropertySayTheSame() {
    Slider slider = bench.node("#smoothing", Slider.class);
    Fx.run(() -> slider.setValue(0));
    assertEquals(0, bench.pane.smoothingProperty().get());
    Fx.run(() -> bench.pane.smoothingProperty().set(0.999));
    assertEquals(1, slider.getValue(), 1e-9);
    Fx.run(() -> bench.pane.smoothingProperty().set(7));
    assertEquals(0.999, bench.pane.smoothingProperty().get());
  }

  @Test
  void coloursChangeWithTheTheme() {
    train(0, 300);
    int[] light = pixelsOfLoss();
    bench.setDark(true);
    Fx.await(
        "the lines have the colours of the other theme",
        () -> {
          bench.stage.getScene().getRoot().layout();
          return !java.util.Arrays.equals(light, pixelsOfLoss());
        });
  }

  private int[] pixelsOfLoss() {
    return Fx.get(() -> {
      Node picture =
          bench.node("#loss-chart", Parent.class).lookupAll("*").stream()
              .filter(CurvePicture.class::isInstance)
              .findFirst()
              .orElseThrow();
      javafx.scene.image.Image image = ((CurvePicture) picture).getImage();
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] pixels = new int[width * height];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = image.getPixelReader().getArgb(i % width, i / width);
      }
      return pixels;
    });
  }
}
