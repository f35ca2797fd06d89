package glassbox.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the help speaks of is there. */
class HelpTextsTest {
  private static final Pattern ADDRESS = Pattern.compile("\\]\\((\\w+):([^)]+)\\)");
  private final Glossary glossary = new Glossary(HelpTexts.read("glossary"));
  private final Formulas formulas = new Formulas();

  @BeforeAll
  static void startToolkit() {
    Fx.start();
  }

  @ParameterizedTest
  @EnumSource
  void whatAPagePointsAtIsThere(Topic topic) {
    List<String> missing = new ArrayList<>();
    for (MatchResult link : ADDRESS.matcher(topic.markdown()).results().toList()) {
      if (!isThere(link.group(1), link.group(2))) {
        missing.add(link.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(topic.markdown().startsWith("# "), "a page has a title");
  }

  @ParameterizedTest
  @EnumSource
  void itIsThereInEveryLanguage(Language language) {
    List<String> missing = new ArrayList<>();
    Fx.run(() -> Words.languageProperty().set(language));
    try {
      Glossary words = new Glossary(HelpTexts.read("glossary"));
      for (Topic topic : Topic.values()) {
        for (MatchResult link : ADDRESS.matcher(topic.markdown()).results().toList()) {
          boolean term = link.group(1).equals("term");
          if (term ? words.find(link.group(2)).isEmpty() : !isThere(link.group(1), link.group(2))) {
            missing.add(topic + " " + link.group());
          }
        }
      }
    } finally {
      Fx.run(() -> Words.languageProperty().set(Language.ENGLISH));
    }
    assertEquals(List.of(), missing);
  }

  private boolean isThere(String kind, String name) {
    return switch (kind) {
      case "term" -> glossary.find(name).isPresent();
      case "formula" -> formulas.names().contains(name);
      case "page" -> Topic.valueOf(name.toUpperCase(Locale.ROOT)) != null;
      default -> false;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Learning rate",
        "learning-rate",
        "learningRate",
        "Hidden layers",
        "Batch size",
        "Momentum",
        "Label smoothing",
        "Weight decay",
        "Optimizer",
        "Schedule",
        "Epochs",
        "Seed",
        "Validation",
        "Accuracy",
        "Most confused",
        "Loss",
        "ReLU",
        "Max-norm",
        "Averaging",
        "smoothing"
      })
  void theWordsOfTheWindowAreInTheGlossary(String word) {
    assertTrue(glossary.find(word).isPresent(), word);
  }

  @Test
  void noEntryIsEmptyAndNoneStandsTwice() {
    List<String> words = glossary.entries().stream().map(Glossary.Entry::word).toList();
    assertEquals(words.stream().distinct().toList(), words);
    assertEquals(words.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), words);
    glossary.entries().forEach(entry -> assertTrue(entry.markdown().length() > 30, entry.word()));
  }

  /** A formula that is changed in its source has to be drawn again. */
  @Test
  void theFormulasAreThoseOfTheirSource() throws IOException {
    List<String> written =
        Files.readAllLines(Path.of("assets/formulas/formulas.tex")).stream()
            .filter(line -> !line.startsWith("%") && !line.isBlank())
            .toList();
    assertEquals(written.size(), formulas.names().size());
    for (String line : written) {
      String[] parts = line.split("\\s+", 2);
      assertEquals("Formula: " + parts[1], formulas.node(parts[0]).getAccessibleText());
    }
  }

  @Test
  void everyPartOfTheProgramIsNamedWithItsLicence() throws IOException {
    String about = Topic.ABOUT.markdown();
    Pattern dependency =
        Pattern.compile("<dependency><groupId>.*<artifactId>([\\w-]+)</artifactId>.*");
    List<String> missing =
        Files.readAllLines(Path.of("pom.xml")).stream()
            .takeWhile(line -> !line.contains("<build>"))
            .filter(line -> !line.contains("<scope>") && !line.contains("openjfx"))
            .flatMap(line -> dependency.matcher(line).results())
            .map(found -> found.group(1))
            .filter(artifact -> !about.contains(artifact))
            .toList();
    assertEquals(List.of(), missing);
  }
}
