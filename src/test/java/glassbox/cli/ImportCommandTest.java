package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.folder.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code glassbox import}: pictures in, IDX files out, what was left out said. */
class ImportCommandTest {
  @TempDir Path temp;
  private String source;
  private String out;

  @BeforeEach
  void makePictures() throws IOException {
    source = Pictures.classes(temp.resolve("in"), 12, "cat", "dog").toString();
    Pictures.put(temp, "in/cat/broken.png", new byte[10]);
    out = temp.resolve("out").toString();
  }

  @Test
  void theSummaryCountsClassesAndWhatWasLeftOut() {
    String said = CommandRun.of("import", source, "--out", out).succeeded().out();
    assertTrue(said.contains("20 training and 4 test images of 28x28, 2 classes"), said);
    assertTrue(said.contains("cat "), said);
    assertTrue(said.contains("left out: 1"), said);
    assertTrue(said.contains("cat/broken.png"), said);
  }

  @Test
  void theResultCanBeTrainedOn() {
    CommandRun.of("import", source, "--out", out, "--size", "8x6", "--test", "0.25").succeeded();
    CommandRun run =
        CommandRun.of(
            "train",
            "--dataset",
            out,
            "--set",
            "validation=0",
            "--set",
            "network=[\"dense 2\"]",
            "--out",
            temp.resolve("run").toString(),
            "--quiet");
    assertEquals(0, run.exitCode(), run.err());
  }

  @Test
  void optionsDecideWhatComesOut() throws IOException {
    CommandRun.of(
            "import",
            source,
            "--out",
            out,
            "--size",
            "8x6",
            "--fit",
            "stretch",
            "--invert",
            "yes",
            "--test",
            "0.5",
            "--seed",
            "7")
        .succeeded();
    ImageDataset data = Datasets.load(out);
    assertEquals(8, data.train().width());
    assertEquals(6, data.train().height());
    assertEquals(12, data.test().count());
    assertEquals(255, data.train().pixel(0, 0, 0), "the black border, inverted");
  }

  @Test
  void jsonNamesEverything() {
    String printed = CommandRun.of("import", source, "--out", out, "--json").succeeded().out();
    JsonObject json = JsonParser.parseString(printed).getAsJsonObject();
    assertEquals(20, json.get("trainingImages").getAsInt());
    assertEquals(2, json.getAsJsonArray("classes").size());
    assertEquals(
        "cat/broken.png",
        json.getAsJsonArray("skipped").get(0).getAsJsonObject().get("file").getAsString());
  }

  @Test
  void idxFilesAreCopiedAsTheyAre() throws IOException {
    CommandRun.of("import", source, "--out", out).succeeded();
    String copy = temp.resolve("copy").toString();
    CommandRun.of("import", out, "--out", copy).succeeded();
    assertEquals(Datasets.load(out).checksum(), Datasets.load(copy).checksum());
  }

  @Test
  void whatIsWrongIsSaidInOneLine() throws IOException {
    CommandRun.of("import", source).failed(2, "--out");
    CommandRun.of("import", source, "--out", out, "--size", "big").failed(2, "WxH", "big");
    CommandRun.of("import", source, "--out", out, "--size", "0x9").failed(2, "[1, 1024]");
    CommandRun.of("import", source, "--out", out, "--test", "1.5").failed(2, "(0, 1)", "1.5");
    CommandRun.of("import", source, "--out", out, "--fit", "loose").failed(2, "--fit", "CONTAIN");
    CommandRun.of("import", out, "--out", out).failed(2, "nothing there");
    assertFalse(Files.exists(Path.of(out)));
    Pictures.put(Path.of(out), "precious.txt", new byte[1]);
    CommandRun.of("import", source, "--out", out).failed(1, "new or empty folder");
  }
}
