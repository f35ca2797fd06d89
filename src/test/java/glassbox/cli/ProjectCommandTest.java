package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectCommandTest {
  @TempDir static Path folder;
  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    Path data = SmallRuns.dataset(folder.resolve("data"));
    run = folder.resolve("run");
    CommandRun.of(SmallRuns.train(data, run)).succeeded();
  }

  private static CommandRun project(String method, String out, String... more) {
    List<String> args = new ArrayList<>(List.of("project", run.toString(), "--method", method));
    args.addAll(List.of("--out", folder.resolve(out).toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  private static List<String> rows(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  @ParameterizedTest
  @CsvSource({"pca, pixels", "pca, 1", "tsne, pixels", "umap, 1"})
  void aTableHasARowAnImage(String method, String layer) throws IOException {
    String file = method + layer + ".csv";
    assertEquals("", project(method, file, "--layer", layer).succeeded().out());
    assertEquals("index,label,predicted,x,y", rows(file).getFirst());
    assertEquals(SmallRuns.TEST + 1, rows(file).size());
    for (int i = 0; i < SmallRuns.TEST; i++) {
      String[] cells = rows(file).get(i + 1).split(",");
      assertEquals(i, Integer.parseInt(cells[0]));
      assertEquals(i % SmallRuns.CLASSES, Integer.parseInt(cells[1]));
      assertTrue(Integer.parseInt(cells[2]) < SmallRuns.CLASSES);
      assertTrue(Double.isFinite(Double.parseDouble(cells[3]) + Double.parseDouble(cells[4])));
    }
  }

  @Test
  void theSeedDecidesAndNotTheThreads() throws IOException {
    project("tsne", "a.csv", "--seed", "3", "--threads", "1").succeeded();
    project("tsne", "b.csv", "--seed", "3", "--threads", "2").succeeded();
    project("tsne", "c.csv", "--seed", "4").succeeded();
    assertEquals(rows("a.csv"), rows("b.csv"));
    assertNotEquals(rows("a.csv"), rows("c.csv"));
  }

  @Test
  void imagesAreTakenEvenlyFromAPart() throws IOException {
    project("pca", "few.csv", "--images", "5", "--part", "training").succeeded();
    List<String> indices = rows("few.csv").stream().skip(1).map(r -> r.split(",")[0]).toList();
    assertEquals(List.of("0", "10", "20", "30", "40"), indices);
    project("pca", "held.csv", "--part", "validation").succeeded();
    assertEquals(11, rows("held.csv").size());
  }

  @Test
  void aPictureHasDotsAndALegend() throws IOException {
    project("pca", "map.PNG").succeeded();
    BufferedImage picture = ImageIO.read(folder.resolve("map.PNG").toFile());
    assertTrue(picture.getWidth() > 1000 && picture.getHeight() > 900);
    assertTrue(
        java.util.stream.IntStream.range(0, picture.getWidth())
            .anyMatch(x -> picture.getRGB(x, picture.getHeight() / 2) != 0xffffffff));
  }

  @ParameterizedTest
  @CsvSource({
    "pca, map.txt, --seed, 1, expected a name that ends with .csv or .png",
    "pca, map.csv, --layer, 2, 'expected pixels or a hidden layer in [1, 1], got 2'",
    "pca, map.csv, --layer, x, 'hidden layer in [1, 1], got x'",
    "pca, map.csv, --images, 0, 'expected a number in [1, 20], got 0'",
    "pca, map.csv, --images, 21, 'expected a number in [1, 20], got 21'",
    "pca, map.csv, --part, other, other",
    "lda, map.csv, --seed, 1, lda",
    "pca, map.csv, --threads, 0, threads",
  })
  void nonsenseIsRefusedInALine(
      String method, String out, String option, String value, String words) {
    project(method, out, option, value).failed(2, words);
    assertFalse(Files.exists(folder.resolve(out)));
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    CommandRun.of("project", folder.toString(), "--method", "pca", "--out", "x.csv")
        .failed(2, "expected a run's folder");
  }
}
