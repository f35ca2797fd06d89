package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  @TempDir static Path folder;
  private static Path run;
  private static ImageDataset data;

  @BeforeAll
  static void train() throws IOException {
    Path files = SmallRuns.dataset(folder.resolve("data"));
    data = Datasets.load(files.toString());
    run = folder.resolve("run");
    CommandRun.of(SmallRuns.train(files, run)).succeeded();
  }

  /** A test image as a file, gray as it is, or as dark ink on paper. */
  private static Path picture(int image, boolean dark) throws IOException {
    int height = data.test().height();
    int width = data.test().width();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < height * width; i++) {
      int level = data.test().pixel(image, i / width, i % width);
      picture.getRaster().setSample(i % width, i / width, 0, dark ? 255 - level : level);
    }
    Path file = folder.resolve("image-%d%s.png".formatted(image, dark ? "-dark" : ""));
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private static CommandRun predict(Object... args) {
    String[] words = new String[args.length + 2];
    words[0] = "predict";
    words[1] = run.toString();
    for (int i = 0; i < args.length; i++) {
      words[i + 2] = args[i].toString();
    }
    return CommandRun.of(words);
  }

  @Test
  void rawImagesOfTheTestSetGetTheAnswersOfTheTestSet() throws IOException {
    Object[] args = new Object[data.test().count() + 2];
    args[0] = "--raw";
    args[1] = "--json";
    for (int i = 0; i < data.test().count(); i++) {
      args[i + 2] = picture(i, false);
    }
    JsonArray all = JsonParser.parseString(predict(args).succeeded().out()).getAsJsonArray();
    int correct = 0;
    for (int i = 0; i < all.size(); i++) {
      String truth = data.classNames().get(data.test().label(i));
      correct += all.get(i).getAsJsonObject().get("answer").getAsString().equals(truth) ? 1 : 0;
    }
    String evaluated = CommandRun.of("evaluate", run.toString(), "--json").succeeded().out();
    JsonObject figures = JsonParser.parseString(evaluated).getAsJsonObject();
    assertEquals(figures.get("accuracy").getAsDouble(), (double) correct / all.size(), 1e-9);
  }

  @Test
  void theLikeliestClassesStandInATable() throws IOException {
    Path file = picture(3, false);
    CommandRun done = predict(file, "--top", "2").succeeded();
    assertEquals(2, done.out().lines().count());
    assertTrue(done.out().startsWith("picture"), done.out());
    assertTrue(
        done.out().lines().toList().get(1).matches("\\Q" + file + "\\E +.+ \\d+\\.\\d % +.+ %"),
        done.out());
  }

  @Test
  void whatCannotBeReadIsNamedAndCountedAndTheRestIsAnswered() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
    CommandRun done = predict(broken, picture(0, false), folder.resolve("missing.png"));
    assertEquals(2, done.exitCode());
    assertEquals(2, done.out().lines().count(), done.out());
    assertTrue(done.err().contains(broken + ", expected a PNG"), done.err());
    assertTrue(done.err().contains("missing.png, expected a picture file"), done.err());
    assertTrue(done.err().contains("2 of 3"), done.err());
    assertEquals(3, done.err().lines().count(), done.err());
  }

  @Test
  void nonsenseIsRefused() throws IOException {
    predict(picture(0, false), "--top", "0").failed(2, "--top", "got 0");
    predict(picture(0, false), "--raw", "--invert", "yes").failed(2, "--invert");
    assertEquals(2, predict().exitCode());
  }

  @Test
  void darkInkIsInvertedWhereAsked() throws IOException {
    String plain = predict(picture(1, false), "--invert", "no", "--json").succeeded().out();
    String dark = predict(picture(1, true), "--invert", "yes", "--json").succeeded().out();
    assertEquals(plain.replace("image-1", ""), dark.replace("image-1-dark", ""));
  }
}
