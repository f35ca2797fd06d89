package glassbox.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.Lesson;
import glassbox.format.ShippedLessons;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All words are there in all languages, with the same places for values, and none is in vain. */
class TranslationsTest {
  private static final Path TEXTS = Path.of("src/main/resources/glassbox/ui/words");
  private static final Path SOURCES = Path.of("src/main/java/glassbox/ui");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(:[^}]*)?}");
  private static final Pattern QUOTED = Pattern.compile("\"([a-z][A-Za-z]*\\.[A-Za-z0-9._-]*)\"");

  private static TreeMap<String, String> texts(Language language) {
    TreeMap<String, String> all = new TreeMap<>();
    for (Path file : files(TEXTS.resolve(language.code()), ".properties")) {
      Properties patterns = new Properties();
      try (Reader in = Files.newBufferedReader(file)) {
        patterns.load(in);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      String room = file.getFileName().toString().replace(".properties", ".");
      for (String key : patterns.stringPropertyNames()) {
        assertTrue(key.startsWith(room), () -> key + " stands in " + file);
        all.put(key, patterns.getProperty(key));
      }
    }
    return all;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String sources() {
    return files(SOURCES, ".java").stream()
        .map(file -> {
          try {
            return Files.readString(file);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        })
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> places(String pattern) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ENGLISH", "PSEUDO"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyTextIsTranslated(Language language) {
    TreeMap<String, String> english = texts(Language.ENGLISH);
    TreeMap<String, String> translated = texts(language);
    assertEquals(english.keySet(), translated.keySet());
    english.forEach((key, pattern) -> {
      assertTrue(!translated.get(key).isBlank(), key);
      assertEquals(places(pattern), places(translated.get(key)), key);
      assertEquals(0, translated.get(key).replaceAll(PLACE.pattern(), "").indexOf('{') + 1, key);
    });
  }

  @Test
  void everyKeyOfTheSourcesHasAText() {
    Set<String> rooms =
        files(TEXTS.resolve("en"), ".properties").stream()
            .map(file -> file.getFileName().toString().replace(".properties", ""))
            .collect(Collectors.toSet());
    TreeMap<String, String> english = texts(Language.ENGLISH);
    Set<String> missing = new TreeSet<>();
    Matcher keys =
        Pattern.compile("Words\\s*\\.of\\(\\s*\"([^\"]+)\"(\\s*[,)+])").matcher(sources());
    while (keys.find()) {
      boolean part = keys.group(2).strip().equals("+");
      String key = keys.group(1);
      boolean found =
          part
              ? english.ceilingKey(key) != null && english.ceilingKey(key).startsWith(key)
              : english.containsKey(key);
      if (!found && rooms.contains(key.split("\\.")[0])) {
        missing.add(key);
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyTextIsUsed() {
    Set<String> whole = new TreeSet<>();
    Set<String> beginnings = new TreeSet<>();
    Matcher quoted = QUOTED.matcher(sources());
    while (quoted.find()) {
      (quoted.group(1).endsWith(".") ? beginnings : whole).add(quoted.group(1));
    }
    Set<String> unused = new TreeSet<>(texts(Language.ENGLISH).keySet());
    unused.removeAll(whole);
    unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
    unused.removeIf(key -> whole.contains(key.replaceFirst("\\.(accessible|help)$", "")));
    assertEquals(Set.of(), unused);
  }

  /** Help texts that are not translated yet would stand here. */
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ENGLISH", "PSEUDO"},
      mode = EnumSource.Mode.EXCLUDE)
  void helpThatIsNotTranslatedIsKnown(Language language) {
    assertEquals(List.of(), untranslated("src/main/resources/glassbox/ui/help", language, ".md"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ENGLISH", "PSEUDO"},
      mode = EnumSource.Mode.EXCLUDE)
  void aLessonIsTheSameInEveryLanguage(Language language) throws IOException {
    List<Lesson> english = ShippedLessons.all("en");
    List<Lesson> translated = ShippedLessons.all(language.code());
    for (int i = 0; i < english.size(); i++) {
      assertNotEquals(english.get(i).title(), translated.get(i).title());
      assertEquals(english.get(i).plan(), translated.get(i).plan());
      assertEquals(english.get(i).stops().size(), translated.get(i).stops().size());
      for (int s = 0; s < english.get(i).stops().size(); s++) {
        Lesson.Stop one = english.get(i).stops().get(s);
        Lesson.Stop other = translated.get(i).stops().get(s);
        assertEquals(one.step(), other.step());
        assertEquals(one.question() == null, other.question() == null);
        if (one.question() != null && other.question() != null) {
          assertEquals(one.question().answer(), other.question().answer());
          assertEquals(one.question().choices().size(), other.question().choices().size());
        }
      }
    }
  }

  private static List<String> untranslated(String folder, Language language, String ending) {
    List<String> english = names(Path.of(folder, "en"), ending);
    Path other = Path.of(folder, language.code());
    List<String> translated = Files.exists(other) ? names(other, ending) : List.of();
    return english.stream().filter(name -> !translated.contains(name)).toList();
  }

  private static List<String> names(Path folder, String ending) {
    return files(folder, ending).stream().map(file -> file.getFileName().toString()).toList();
  }

  /** A bare machine has no signs of Chinese: all that are written are in the program's own font. */
  @Test
  void theChineseFontHasEverySign() throws IOException {
    Set<Integer> wanted = new TreeSet<>();
    texts(Language.CHINESE).values().forEach(text -> text.codePoints().forEach(wanted::add));
    Language.CHINESE.title().codePoints().forEach(wanted::add);
    for (String folder : List.of("ui/help/zh", "format/lessons/zh")) {
      Path texts = Path.of("src/main/resources/glassbox", folder);
      for (Path file : Files.exists(texts) ? files(texts, "") : List.<Path>of()) {
        if (Files.isRegularFile(file)) {
          Files.readString(file).codePoints().forEach(wanted::add);
        }
      }
    }
    wanted.removeIf(Character::isISOControl);
    for (String style : List.of("Regular", "Bold")) {
      java.awt.Font font = font("GlassboxSansSC-" + style);
      String lacking =
          wanted.stream()
              .filter(sign -> !font.canDisplay(sign))
              .map(Character::toString)
              .collect(Collectors.joining());
      assertEquals("", lacking, style);
    }
  }

  private static java.awt.Font font(String name) throws IOException {
    Path file = Path.of("src/main/resources/glassbox/ui/fonts", name + ".otf");
    try {
      return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, file.toFile());
    } catch (java.awt.FontFormatException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  @Test
  void theTypefacesAreThoseOfTheProgram() {
    for (Language language : Language.values()) {
      String file =
          language == Language.CHINESE ? "GlassboxSansSC-Regular" : "GlassboxInter-Regular";
      Path path = Path.of("src/main/resources/glassbox/ui/fonts", file + ".otf");
      assertEquals(language.typeface(), Font.loadFont(path.toUri().toString(), 14).getFamily());
    }
  }
}
