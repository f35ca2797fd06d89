package glassbox.ui;

import glassbox.ui.controls.InterfaceZoom;
import glassbox.ui.controls.Overlay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the keys do in the whole window, unless they belong to what has the keyboard: to a text that
 * is being typed, to a list, to what lies over the window.
 */
final class Shortcuts {
  /** So many steps at once while Shift is down. */
  private static final long LEAP = 100;

  /** The style class of nodes that move something of their own with the arrow keys. */
  private static final String USES_ARROWS = "uses-arrows";

  private final Scene scene;
  private final Overlay overlay;
  private final Map<KeyCode, Runnable> plain = new EnumMap<>(KeyCode.class);
  private final Map<KeyCode, Runnable> always = new EnumMap<>(KeyCode.class);
  private final Map<KeyCode, LongConsumer> moves = new EnumMap<>(KeyCode.class);
  private final Map<KeyCode, Runnable> alt = new EnumMap<>(KeyCode.class);
  private final Map<KeyCode, Runnable> control = new EnumMap<>(KeyCode.class);
  private Runnable present = () -> {};
  private Runnable undo = () -> {};
  private Runnable redo = () -> {};
  private Runnable help = () -> {};
  private Runnable pointing = () -> {};
  private Runnable keySheet = () -> {};
  private Runnable settings = () -> {};
  private Runnable export = () -> {};
  private Runnable copy = () -> {};

  /** No keys yet. */
  Shortcuts(Scene scene, Overlay overlay) {
    this.scene = scene;
    this.overlay = overlay;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, Shortcuts::keepSpaceFromButtons);
    scene.addEventHandler(MouseEvent.MOUSE_PRESSED, this::leaveText);
  }

  /** A key alone. */
  void on(KeyCode key, Runnable command) {
    plain.put(key, command);
  }

  /** A key alone that works behind what lies over the window as well. */
  void onAlways(KeyCode key, Runnable command) {
    on(key, command);
    always.put(key, command);
  }

  /** A key that moves by a step, with Shift by many, where nothing else needs it to move. */
  void onMove(KeyCode key, LongConsumer command) {
    moves.put(key, command);
  }

  /** A key with Alt; while one types, too. */
  void onAlt(KeyCode key, Runnable command) {
    alt.put(key, command);
  }

  /** F11, always. */
  void onPresent(Runnable command) {
    present = command;
  }

  /** Ctrl with plus, minus and 0, wherever a keyboard has them; always. */
  void onZoom(InterfaceZoom zoom) {
    List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)
        .forEach(key -> control.put(key, zoom::larger));
    List.of(KeyCode.MINUS, KeyCode.SUBTRACT).forEach(key -> control.put(key, zoom::smaller));
    List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0).forEach(key -> control.put(key, zoom::reset));
  }

  /** Ctrl+Z and Ctrl+Y or Ctrl+Shift+Z, which texts that are typed have for themselves. */
  void onUndo(Runnable back, Runnable forth) {
    undo = back;
    redo = forth;
  }

  /**
   * F1, also while one types or looks at something over the window; Shift+F1; and the question
   * mark, wherever a keyboard has it.
   */
  void onHelp(Runnable page, Runnable point, Runnable keys) {
    help = page;
    pointing = point;
    keySheet = keys;
  }

  /** Ctrl and a comma; also while one types. */
  void onSettings(Runnable show) {
    settings = show;
  }

  /** Ctrl+E and Ctrl+C, where no text is typed. */
  void onExport(Runnable menu, Runnable toClipboard) {
    export = menu;
    copy = toClipboard;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F1) {
      run(event.isShiftDown() && !overlay.isOpen() ? pointing : help);
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.F11) {
      present.run();
      event.consume();
      return;
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.COMMA && !overlay.isOpen()) {
      settings.run();
      event.consume();
      return;
    }
    if (event.isAltDown() && run(alt.get(event.getCode()))) {
      event.consume();
    }
    if (event.isShortcutDown() && !event.isAltDown() && run(control.get(event.getCode()))) {
      event.consume();
      return;
    }
    if (event.isShortcutDown() && !isTyping() && !overlay.isOpen()) {
      undoOrRedo(event);
      takeOut(event);
    }
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown() || isTyping()) {
      return;
    }
    if (overlay.isOpen() ? pressedBehind(event.getCode()) : pressedAlone(event)) {
      event.consume();
    }
  }

  /** Nothing starts or stops behind what is looked at; all but a few keys are its own. */
  private boolean pressedBehind(KeyCode key) {
    return run(always.get(key)) || key == KeyCode.SPACE;
  }

  private boolean pressedAlone(KeyEvent event) {
    KeyCode key = event.getCode();
    LongConsumer move = moves.get(key);
    if (move != null) {
      return !usesArrows() && run(() -> move.accept(event.isShiftDown() ? LEAP : 1));
    }
    return run(plain.get(key)) || "?".equals(event.getText()) && run(keySheet);
  }

  private static boolean run(@Nullable Runnable command) {
    if (command != null) {
      command.run();
    }
    return command != null;
  }

  private void undoOrRedo(KeyEvent event) {
    if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown()) {
      redo.run();
    } else if (event.getCode() == KeyCode.Z) {
      undo.run();
    }
  }

  private void takeOut(KeyEvent event) {
    if (event.getCode() == KeyCode.E) {
      export.run();
    } else if (event.getCode() == KeyCode.C) {
      copy.run();
    }
  }

  private boolean isTyping() {
    return scene.getFocusOwner() instanceof TextInputControl;
  }

  /** Whether the arrow keys belong to what has the keyboard: a slider, a list, an image. */
  private boolean usesArrows() {
    Node owner = scene.getFocusOwner();
    return owner instanceof Slider
        || owner instanceof ComboBoxBase<?>
        || owner instanceof TreeTableView<?>
        || owner != null && owner.getStyleClass().contains(USES_ARROWS);
  }

  /** A click beside a text ends typing, so that the keys are the window's again. */
  private void leaveText(MouseEvent event) {
    Node owner = scene.getFocusOwner();
    boolean inside =
        owner != null
            && owner
                .localToScene(owner.getLayoutBounds())
                .contains(event.getSceneX(), event.getSceneY());
    if (isTyping() && !inside && !overlay.isOpen()) {
      scene.getRoot().requestFocus();
    }
  }

  /** A button would fire when Space is let go; here Space always starts and stops. */
  private static void keepSpaceFromButtons(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && !(event.getTarget() instanceof TextInputControl)) {
      event.consume();
    }
  }
}
