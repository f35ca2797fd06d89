package glassbox.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.ui.session.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered comes back; what cannot be read or written costs nothing else. */
class SettingsTest {
  @TempDir private Path folder;
  private String before;

  @BeforeEach
  void chooseHome() {
    before = System.getProperty("glassbox.home", "");
    System.setProperty("glassbox.home", folder.resolve("home").toString());
  }

  @AfterEach
  void restoreHome() {
    System.setProperty("glassbox.home", before);
  }

  private void writeFile(byte[] content) throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Files.write(folder.resolve("home/settings.properties"), content);
  }

  private static void assertDefaults(Settings settings) {
    assertEquals(Theme.SYSTEM, settings.theme());
    assertEquals(Presets.seed(), settings.recipe());
    assertEquals(1440, settings.number("window.width", 1440));
    assertTrue(settings.truth("loss.logarithmic", true));
    assertFalse(settings.truth("window.maximized", false));
  }

  @Test
  void theFirstStartHasDefaults() {
    assertDefaults(Settings.load());
    assertEquals(folder.resolve("home/runs"), Settings.load().runsFolder());
  }

  @Test
  void whatIsSavedIsLoaded() {
    Recipe recipe = new RecipeBuilder().dataset("a folder/ümlaut = : #").epochs(7).build();
    Settings settings = Settings.load();
    settings.setTheme(Theme.DARK);
    settings.setNumber("window.width", 1234.5);
    settings.setTruth("loss.logarithmic", false);
    settings.setRecipe(recipe);
    settings.save();
    Settings again = Settings.load();
    assertEquals(Theme.DARK, again.theme());
    assertEquals(1234.5, again.number("window.width", 1));
    assertFalse(again.truth("loss.logarithmic", true));
    assertEquals(recipe, again.recipe());
  }

  @Test
  void theSpeedIsOneThatWasChosen() throws IOException {
    Settings settings = Settings.load();
    assertTrue(settings.pace().isEmpty());
    settings.setPace(Double.POSITIVE_INFINITY);
    settings.save();
    assertEquals(Double.POSITIVE_INFINITY, Settings.load().pace().orElseThrow());
    settings.setPace(12.5);
    assertEquals(12.5, settings.pace().orElseThrow());
    settings.setNumber("steps.per.second", -3);
    assertTrue(settings.pace().isEmpty());
  }

  @Test
  void savingTwiceKeepsTheLast() {
    Settings settings = Settings.load();
    settings.setTheme(Theme.DARK);
    settings.save();
    settings.setTheme(Theme.LIGHT);
    settings.save();
    assertEquals(Theme.LIGHT, Settings.load().theme());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "broken \\u12 escape",
        "theme=purple\nwindow.width=wide\nrecipe={\nloss.logarithmic=",
        "recipe={\"format\": 999}",
        "recipe=[1, 2]",
        "recipe=null",
        "window.width=NaN",
        "window.width=Infinity",
        "recipe={\"epochs\": \"many\"}",
        "recipe={\"epochs\": -5}"
      })
  void aBrokenFileGivesDefaults(String content) throws IOException {
    writeFile(content.replace("loss.logarithmic=", "").getBytes(StandardCharsets.UTF_8));
    assertDefaults(Settings.load());
  }

  @Test
  void bytesThatAreNoTextGiveDefaults() throws IOException {
    writeFile(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
    assertDefaults(Settings.load());
  }

  @Test
  void aFolderInTheFilesPlaceGivesDefaultsAndIsSurvived() throws IOException {
    Files.createDirectories(folder.resolve("home/settings.properties/full"));
    Settings settings = Settings.load();
    assertDefaults(settings);
    assertDoesNotThrow(settings::save);
  }

  @Test
  void aHomeThatCannotBeMadeIsSurvived() throws IOException {
    Files.createFile(folder.resolve("home"));
    Settings settings = Settings.load();
    assertDefaults(settings);
    assertDoesNotThrow(settings::save);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "threads=0\nkeyframes.megabytes=-1\nmotion=wild\nruns.folder=\ndata.folder= ",
        "threads=1e99\n"
            + "keyframes.megabytes=NaN\n"
            + "motion=\n"
            + "runs.folder=\\u0000\n"
            + "data.folder=a\\u0000b",
        "threads=257\nkeyframes.megabytes=15\nmotion=REDUCED!",
        "threads=2.5\nkeyframes.megabytes=half",
        "thre"
      })
  void nonsenseGivesDefaultsAndDoesNoHarm(String content) throws IOException {
    writeFile(content.getBytes(StandardCharsets.UTF_8));
    Settings settings = Settings.load();
    assertEquals(Settings.usualThreads(), settings.threads());
    assertEquals(Machine.KEYFRAME_MEGABYTES, settings.keyframeMegabytes());
    assertEquals(Motion.SYSTEM, settings.choice("motion", Motion.SYSTEM));
    assertEquals(settings.usualRunsFolder(), settings.runsFolder());
    assertEquals(settings.usualDataFolder(), settings.dataFolder());
  }

  @Test
  void theRunsFolderCanBeChosen() throws IOException {
    writeFile("runs.folder=/somewhere/else".getBytes(StandardCharsets.UTF_8));
    assertEquals(Path.of("/somewhere/else"), Settings.load().runsFolder());
  }
}
