package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @Test
  void writesFourPicturesAndAPageAndNothingElse() throws IOException {
    Path report = folder.resolve("run/report");
    Report.write(report, ReportSamples.data(10));
    assertEquals(
        Set.of("loss.png", "accuracy.png", "gallery.png", "confusion.png", "report.html"),
        names(report));
    for (String chart : new String[] {"loss.png", "accuracy.png"}) {
      BufferedImage picture = ImageIO.read(report.resolve(chart).toFile());
      assertEquals(1200, picture.getWidth());
      assertEquals(700, picture.getHeight());
    }
  }

  @Test
  void replacesAnEarlierReport() throws IOException {
    Files.writeString(folder.resolve("loss.png"), "old");
    Report.write(folder, ReportSamples.data(10));
    Report.write(folder, ReportSamples.data(10));
    assertTrue(Files.size(folder.resolve("loss.png")) > 1000);
  }

  @Test
  void isTheSameEachTime() throws IOException {
    Report.write(folder.resolve("a"), ReportSamples.data(10));
    Report.write(folder.resolve("b"), ReportSamples.data(10));
    for (String name : names(folder.resolve("a"))) {
      assertEquals(
          -1, Files.mismatch(folder.resolve("a").resolve(name), folder.resolve("b").resolve(name)));
    }
  }

  @Test
  void reportsRunsOfNoAndOfOneStepAndWithoutValidation() throws IOException {
    for (int steps : new int[] {0, 1, 2, 7}) {
      History history = ReportSamples.history(steps, 0);
      Report.write(
          folder, ReportSamples.data(history, ReportSamples.predictions(30, 10, 28, 0.5), ""));
    }
  }

  @Test
  void countsImagesInWords() {
    assertEquals("200 images", ReportSamples.data(10).imageCount());
    History history = ReportSamples.history(1, 0);
    assertEquals(
        "1 image",
        ReportSamples.data(history, ReportSamples.predictions(1, 2, 28, 1), "").imageCount());
  }

  @Test
  void refusesNamesThatDoNotFitTheClasses() {
    ReportData data = ReportSamples.data(10);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ReportData(
                    "x",
                    data.history(),
                    data.course(),
                    data.predictions(),
                    ReportSamples.names(9, ""),
                    "{}",
                    "",
                    data.figures()));
    assertEquals("class names must be as many as classes, expected 10, got 9", e.getMessage());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
