package glassbox.ui;

import glassbox.ui.controls.Overlay;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Hears of what nobody has caught, which is a mistake in the program: it is written to the log, the
 * run in hand is saved, and then the user is told.
 */
final class CrashGuard implements Thread.UncaughtExceptionHandler {
  private final TrainingSession session;
  private final Overlay overlay;
  private final Diagnostics diagnostics;
  private boolean telling;

  CrashGuard(TrainingSession session, Overlay overlay, Diagnostics diagnostics) {
    this.session = session;
    this.overlay = overlay;
    this.diagnostics = diagnostics;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    System.getLogger(CrashGuard.class.getName())
        .log(System.Logger.Level.ERROR, "uncaught in " + thread.getName(), thrown);
    Platform.runLater(() -> saveAndTell(thrown));
  }

  /** One at a time: what goes wrong in every frame is told once. */
  private void saveAndTell(Throwable thrown) {
    if (!telling) {
      telling = true;
      session.saveRunInHand(saved -> overlay.show(card(thrown, saved)));
    }
  }

  private VBox card(Throwable thrown, String saved) {
    Label title = new Label(Words.of("window.crash"));
    title.getStyleClass().add("card-title");
    Label what = new Label(sentence(thrown));
    what.setId("crash-words");
    what.setWrapText(true);
    Label kept = new Label(saved);
    kept.setId("crash-saved");
    kept.setWrapText(true);
    HBox buttons =
        new HBox(
            8,
            button(
                "crash-go-on",
                Words.of("window.crash.goOn"),
                Words.of("window.crash.goOn.help"),
                this::goOn),
            button(
                "crash-copy",
                Words.of("window.diagnostics"),
                Words.of("window.crash.copy.help"),
                () -> diagnostics.copy(trace(thrown))));
    buttons.getChildren().getFirst().getStyleClass().add("accent");
    VBox card = new VBox(title, what, kept, buttons);
    card.setId("crash-card");
    card.getStyleClass().addAll("card-pane", "fork-card");
    return card;
  }

  private void goOn() {
    telling = false;
    overlay.close();
  }

  private static Button button(String id, String words, String help, Runnable deed) {
    Button button = new Button(words);
    button.setId(id);
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setOnAction(event -> deed.run());
    return button;
  }

  private static String sentence(Throwable thrown) {
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    String words = thrown.getClass().getSimpleName() + message;
    return Words.of("window.crash.sentence", words.replaceAll("\\s*\\R\\s*", " "));
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(thrown);
    for (StackTraceElement frame : thrown.getStackTrace()) {
      out.println("  " + frame);
    }
    return text.toString();
  }
}
