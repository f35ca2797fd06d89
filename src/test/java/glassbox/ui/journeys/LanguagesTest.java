package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.PokingOut;
import glassbox.ui.support.ShownTexts;
import glassbox.ui.support.WindowBench;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One window, after a run, that speaks one language after the other. */
class LanguagesTest {
  private static final List<String> VIEWS =
      List.of("train", "errors", "map", "draw", "data", "runs");

  /**
   * Numbers, signs, names of people's things, and the field's words that no language translates.
   */
  private static final Pattern IN_EVERY_LANGUAGE =
      Pattern.compile(
          "\\P{L}*|/.*|.*\\d+ ?[%s]|Glassbox|(Fashion-)?MNIST|Run"
              + " \\d+|small-data|.*small-data|NaN|0 . \\d+|"
              + "sgd|rmsprop|adamw?|constant|inverse-time|exponential|step|cosine|Dense|ReLU|Softmax|PCA|t-SNE|UMAP|class"
              + " \\d|\\d .*|.*(→|·) .*|[a-z]|\\S*(e-\\d+|x\\d+)\\S*");

  @TempDir static Path folder;
  private static WindowBench bench;

  @BeforeAll
  static void trainInEnglish() {
    bench = new WindowBench(folder);
    bench.trainToTheEnd();
    fork();
  }

  private static void fork() {
    Run parent = Fx.get(() -> bench.session.runProperty().get());
    Fx.run(() -> bench.session.fork(parent, 3, parent.recipe().withBatchSize(16)));
    Fx.await("there is a fork", () -> bench.session.runProperty().get() != parent);
    bench.awaitState(State.FINISHED);
  }

  @AfterEach
  void speakEnglishAgain() {
    speak(Language.ENGLISH);
  }

  @AfterAll
  static void closeWindow() {
    bench.close();
  }

  private static void speak(Language language) {
    Fx.run(() -> Words.languageProperty().set(language));
  }

  private static void open(String view) {
    Fx.run(() -> ((ButtonBase) bench.scene().lookup("#view-" + view)).fire());
  }

  @Test
  void aWindowOpenedInEnglishSpeaksAnotherLanguageThroughout() {
    VIEWS.forEach(LanguagesTest::open); // made in English
    speak(Language.PSEUDO);
    Set<String> left = new TreeSet<>();
    for (String view : VIEWS) {
      open(view);
      addEnglish(view, left);
    }
    assertEquals(Set.of(), left);
  }

  private static void addEnglish(String view, Set<String> left) {
    for (String text : Fx.get(() -> laidOut(1440, 900, root -> ShownTexts.all(root)))) {
      if (!text.contains("[")
          && !text.contains("~")
          && !IN_EVERY_LANGUAGE.matcher(text).matches()) {
        left.add(view + ": " + text);
      }
    }
  }

  @Test
  void theSettingsChangeTheLanguageAndSpeakIt() {
    bench.robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
    Fx.await("the settings are open", () -> bench.scene().lookup("#settings-pane") != null);
    Fx.run(() -> {
      @SuppressWarnings("unchecked")
      var choice = (ComboBox<Language>) bench.scene().lookup("#setting-language");
      choice.setValue(Language.SPANISH);
    });
    assertEquals(Language.SPANISH, Words.language());
    speak(Language.PSEUDO);
    Set<String> left = new TreeSet<>();
    addEnglish("settings", left);
    bench.press(KeyCode.ESCAPE);
    assertEquals(Set.of(), left);
  }

  @Test
  void whatTheUserSeesStays() {
    open("errors");
    Fx.run(() -> bench.session.selection().choose(7));
    long step = Fx.get(() -> bench.session.playhead().stepProperty().get());
    speak(Language.GERMAN);
    assertTrue(Fx.get(() -> ShownTexts.all(bench.scene().getRoot())).contains("Verwechslungen"));
    assertEquals(7, Fx.get(() -> bench.session.selection().imageProperty().get()));
    assertEquals(step, Fx.get(() -> bench.session.playhead().stepProperty().get()));
    speak(Language.ENGLISH);
    assertTrue(Fx.get(() -> ShownTexts.all(bench.scene().getRoot())).contains("Confusion"));
  }

  @Test
  void theHelpThatIsOpenTurnsToTheLanguage() {
    open("train");
    bench.press(KeyCode.F1);
    speak(Language.FRENCH);
    assertEquals("Aide", Fx.get(() -> title()));
    bench.press(KeyCode.ESCAPE);
  }

  private static String title() {
    return ((Labeled) bench.scene().lookup("#help-card .card-title")).getText();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsCut(Language language) {
    speak(language);
    List<String> cut = new ArrayList<>();
    for (String view : VIEWS) {
      open(view);
      for (int[] size : new int[][] {{1024, 700}, {1440, 900}}) {
        Function<Parent, List<String>> rule =
            language == Language.PSEUDO ? ShownTexts::cutWithoutTooltip : ShownTexts::cut;
        Fx.get(() -> laidOut(size[0], size[1], rule))
            .forEach(text -> cut.add(view + " " + size[0] + ", " + text));
        Fx.get(() -> laidOut(size[0], size[1], PokingOut::of))
            .forEach(text -> cut.add(view + " " + size[0] + ", " + text));
      }
    }
    assertEquals("", String.join("\n", cut));
  }

  /** Laid out as in a window of that size; the headless screen is smaller. */
  private static List<String> laidOut(int width, int height, Function<Parent, List<String>> read) {
    Parent root = bench.scene().getRoot();
    root.resize(width, height);
    for (int i = 0; i < 4; i++) { // some decide by their width
      root.applyCss();
      root.layout();
    }
    return read.apply(root);
  }
}
