package glassbox.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunAbout;
import glassbox.training.Presets;
import glassbox.training.RunPlan;
import glassbox.ui.session.Run;
import glassbox.ui.support.Fx;
import glassbox.ui.support.SteadyRobot;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The pane by its keys and its buttons. */
@Timeout(240)
class RunsPaneTest {
  private final SteadyRobot robot = new SteadyRobot();
  private RunsBench bench;
  private Stage stage;
  private RunsPane pane;
  private Run first;
  private Run second;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new RunsBench(folder);
    first = bench.finished("Run 1", Presets.seed());
    second = bench.finished("Run 2", Presets.seed().withBatchSize(64));
    stage =
        Fx.get(() -> {
          pane =
              new RunsPane(
                  bench.session,
                  (path, refused) -> refused.accept("no file manager here"),
                  bench.trainViewShown::incrementAndGet);
          Stage opened = new Stage();
          opened.setScene(new Scene(pane, 1100, 760));
          opened.show();
          opened.requestFocus();
          return opened;
        });
    Fx.await("the window is open", () -> stage.isShowing() && stage.isFocused());
    select(0);
  }

  @AfterEach
  void close() {
    Fx.run(stage::hide);
    bench.close();
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<Line> table() {
    return (TreeTableView<Line>) pane.lookup("#runs-table");
  }

  private void select(int row) {
    Fx.run(() -> {
      table().requestFocus();
      table().getSelectionModel().clearAndSelect(row);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.type(key);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void type(String text) {
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private <T extends Node> void with(String query, Class<T> type, Consumer<T> work) {
    Fx.run(() -> work.accept(type.cast(pane.lookup(query))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String query) {
    return Fx.get(() -> ((Labeled) pane.lookup(query)).getText());
  }

  private List<Run> runs() {
    return Fx.get(bench.model::all);
  }

  @Test
  void f2EditsTheNameAndEnterKeepsIt() {
    press(KeyCode.F2);
    type("kept");
    press(KeyCode.ENTER);
    assertEquals("kept", Fx.get(first::name));
    assertEquals("kept", text("#run-name"));
    assertEquals(0, bench.trainViewShown.get());
  }

  @Test
  void escapeLeavesTheNameAsItWas() {
    press(KeyCode.F2);
    type("other");
    press(KeyCode.ESCAPE);
    assertEquals("Run 1", Fx.get(first::name));
  }

  @Test
  void keysOfTheListDoNothingWhileANameIsTyped() {
    press(KeyCode.F2);
    type("x");
    press(KeyCode.DELETE, KeyCode.X);
    assertEquals(List.of(first, second), runs());
    bench.refresh();
    assertTrue(Fx.get(() -> table().getEditingCell() != null), "still being typed");
  }

  @Test
  void deleteDeletesWhatIsSelectedAndUndoBringsItBack() {
    press(KeyCode.DELETE);
    assertEquals(List.of(second), runs());
    assertEquals("Run 1 deleted", text("#runs-hint"));
    with("#runs-undo", Hyperlink.class, Hyperlink::fire);
    assertEquals(List.of(first, second), runs());
  }

  @Test
  void aForkIsBelowItsParentAgainWhenThatComesBack() {
    RunAbout about = RunAbout.of("Run 3", "").forkedFrom(RunsBench.folderOf("Run 1"), 812);
    bench.finished(about, new RunPlan(Presets.seed()), 3438, 0.97);
    assertEquals(List.of("Run 1", "  Run 3", "Run 2"), lines());
    select(0);
    press(KeyCode.DELETE);
    assertEquals(List.of("Run 2", "Run 3"), lines().stream().sorted().toList());
    with("#runs-undo", Hyperlink.class, Hyperlink::fire);
    assertEquals(List.of("Run 1", "  Run 3", "Run 2"), lines());
  }

  /** The names as the tree shows them, those below others further to the right. */
  private List<String> lines() {
    return Fx.get(() ->
        IntStream.range(0, table().getExpandedItemCount())
            .mapToObj(row -> table().getTreeItem(row))
            .map(item ->
                "  ".repeat(table().getTreeItemLevel(item) - 1)
                    + item.getValue().nameProperty().getValue())
            .toList());
  }

  @Test
  void enterLooksAtARunInTheTrainView() {
    press(KeyCode.ENTER);
    assertEquals(1, bench.trainViewShown.get());
  }

  @Test
  void theSelectionOutlivesRunsThatCome() {
    select(1);
    bench.finished("Run 0", Presets.seed());
    Fx.await("it is shown", () -> table().getExpandedItemCount() == 3);
    assertEquals("Run 2", text("#run-name"));
  }

  @Test
  void aNoteIsKeptWhenTheKeyboardGoesElsewhere() {
    with("#run-note", NoteArea.class, Node::requestFocus);
    type("good");
    press(KeyCode.TAB);
    assertEquals("good", Fx.get(() -> first.noteProperty().get()));
  }

  @Test
  void aMachineWithoutAFileManagerSaysSo() {
    with("#run-open-folder", javafx.scene.control.Button.class, javafx.scene.control.Button::fire);
    assertEquals("no file manager here", Fx.get(() -> bench.session.noticeProperty().get().text()));
  }

  @Test
  void aSweepSaysHowManyRunsItWillBeOrWhyNot() {
    with("#sweep-values", TextField.class, field -> field.setText("0.01, 0.05, 0.1"));
    assertEquals("Train 3 runs", text("#sweep-train"));
    with("#sweep-values", TextField.class, field -> field.setText("fast"));
    assertEquals("learning rate must be a number, got \"fast\"", text("#sweep-problem"));
  }

  @Test
  void theWidthOfAColumnIsTakenBack() {
    double before = nameWidth();
    robot.moveTo(table()).press(MouseButton.PRIMARY); // a border is dragged with a button down
    Fx.run(() -> resize(40));
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    double wider = nameWidth();
    assertEquals(before + 40, wider, 0.5);
    Fx.run(bench.commands::undo);
    assertEquals(before, nameWidth(), 0.5);
    Fx.run(bench.session.undo()::redo);
    assertEquals(wider, nameWidth(), 0.5);
  }

  private <T> void resize(double by) {
    @SuppressWarnings("unchecked")
    TreeTableView<T> table = (TreeTableView<T>) table();
    table.resizeColumn(table.getColumns().get(1), by);
  }

  private double nameWidth() {
    return Fx.get(() -> table().getColumns().get(1).getWidth());
  }
}
