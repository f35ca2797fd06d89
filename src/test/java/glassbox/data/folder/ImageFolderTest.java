package glassbox.data.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in class folders become a data set that is read like any other. */
class ImageFolderTest {
  private static final ImportOptions SMALL = ImportOptions.DEFAULT.withSize(8, 8);

  @TempDir Path temp;

  private static Imported read(Path path, ImportOptions options) throws IOException {
    return ImageFolder.read(path, options, (done, all) -> true);
  }

  private static int[] counts(ImageSet set, int classes) {
    return set.countsOfClasses(classes);
  }

  /** Brightness of the middle of every image with its label: what went in, in any order. */
  private static List<String> content(ImageDataset data) {
    List<String> all = new ArrayList<>();
    for (ImageSet set : List.of(data.train(), data.test())) {
      for (int i = 0; i < set.count(); i++) {
        all.add(set.pixel(i, 4, 4) + " " + data.classNames().get(set.label(i)));
      }
    }
    return all.stream().sorted().toList();
  }

  @Test
  void everyPictureIsThereUnderItsClass() throws IOException {
    Path root = Pictures.classes(temp.resolve("in"), 12, "10", "9", "zebra");
    Imported imported = read(root, SMALL);
    ImageDataset data = imported.data();
    assertEquals(List.of("9", "10", "zebra"), data.classNames());
    assertEquals(List.of(), imported.skipped());
    assertFalse(imported.inverted());
    assertArrayEquals(new int[] {10, 10, 10}, counts(data.train(), 3));
    assertArrayEquals(new int[] {2, 2, 2}, counts(data.test(), 3));
    List<String> expected = new ArrayList<>();
    String[] names = {"10", "9", "zebra"};
    for (int i = 0; i < 36; i++) {
      expected.add(20 + i + " " + names[i / 12]);
    }
    assertEquals(expected.stream().sorted().toList(), content(data));
  }

  @Test
  void trainAndTestFoldersAreKept() throws IOException {
    Pictures.classes(temp.resolve("in/train"), 3, "a", "b");
    Pictures.classes(temp.resolve("in/test"), 5, "a", "b");
    ImageDataset data = read(temp.resolve("in"), SMALL).data();
    assertArrayEquals(new int[] {3, 3}, counts(data.train(), 2));
    assertArrayEquals(new int[] {5, 5}, counts(data.test(), 2));
  }

  @Test
  void trainFoldersAloneAreDivided() throws IOException {
    Pictures.classes(temp.resolve("in/train"), 4, "a", "b");
    ImageDataset data = read(temp.resolve("in"), SMALL.withTestShare(0.5)).data();
    assertArrayEquals(new int[] {2, 2}, counts(data.train(), 2));
    assertArrayEquals(new int[] {2, 2}, counts(data.test(), 2));
  }

  @Test
  void theSeedDecidesTheOrderAndTheDivision() throws IOException {
    Path root = Pictures.classes(temp.resolve("in"), 30, "a", "b");
    String first = read(root, SMALL).data().checksum();
    assertEquals(first, read(root, SMALL).data().checksum());
    assertNotEquals(first, read(root, SMALL.withSeed(2)).data().checksum());
  }

  @Test
  void theLastTrainingImagesAreOfAllClasses() throws IOException {
    ImageSet train = read(Pictures.classes(temp.resolve("in"), 60, "a", "b"), SMALL).data().train();
    int[] last = counts(train.slice(80, 100), 2);
    assertTrue(last[0] > 3 && last[1] > 3, last[0] + " and " + last[1]);
  }

  @Test
  void archivesGiveTheSameAsTheFolder() throws IOException {
    Path root = Pictures.classes(temp.resolve("in"), 6, "a", "b");
    Map<String, byte[]> files = new TreeMap<>(java.util.Comparator.reverseOrder());
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = "data/" + root.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(file));
      }
    }
    String folder = read(root, SMALL).data().checksum();
    assertEquals(folder, read(Pictures.zip(temp.resolve("a.zip"), files), SMALL).data().checksum());
    assertEquals(
        folder, read(Pictures.tarGz(temp.resolve("a.tgz"), files), SMALL).data().checksum());
  }

  @Test
  void darkOnBrightIsInvertedAndItsMarginIsBlack() throws IOException {
    for (String name : List.of("a/1", "a/2", "b/1", "b/2")) {
      Pictures.put(temp, "in/" + name + ".png", Pictures.picture("png", 8, 4, 250, 10));
    }
    Imported imported = read(temp.resolve("in"), SMALL);
    assertTrue(imported.inverted());
    ImageSet train = imported.data().train();
    assertEquals(0, train.pixel(0, 0, 4), "beside the picture");
    assertEquals(5, train.pixel(0, 2, 4), "its border");
    assertEquals(245, train.pixel(0, 3, 4), "its middle");
    ImportOptions asIs = SMALL.withInversion(Inversion.NO);
    assertEquals(10, read(temp.resolve("in"), asIs).data().train().pixel(0, 3, 4));
  }

  @Test
  void everyFormatIsRead() throws IOException {
    for (String format : List.of("png", "jpg", "gif", "bmp")) {
      Pictures.put(temp, "in/a/1." + format, Pictures.picture(format, 20, 20, 0, 200));
      Pictures.put(temp, "in/b/1." + format.toUpperCase(), Pictures.picture(format, 9, 9, 0, 99));
    }
    ImageDataset data = read(temp.resolve("in"), SMALL).data();
    assertEquals(8, data.train().count() + data.test().count());
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    ImageDataset data = read(Pictures.classes(temp.resolve("in"), 6, "ä b", "c"), SMALL).data();
    IdxFolder.write(data, temp.resolve("out/new"));
    ImageDataset back = Datasets.load(temp.resolve("out/new").toString());
    assertEquals(data.checksum(), back.checksum());
    assertEquals(data.classNames(), back.classNames());
    assertTrue(Datasets.isIdx(temp.resolve("out/new")));
    assertFalse(OwnData.isPictures(temp.resolve("out/new")));
    assertTrue(OwnData.isPictures(temp.resolve("in")));
    try (Stream<Path> left = Files.list(temp.resolve("out"))) {
      assertEquals(1, left.count(), "nothing is left beside it");
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    ImageDataset data = read(Pictures.classes(temp.resolve("in"), 6, "a", "b"), SMALL).data();
    Path out = temp.resolve("out");
    Pictures.put(out, "precious.txt", new byte[1]);
    assertThrows(FileAlreadyExistsException.class, () -> IdxFolder.write(data, out));
    assertEquals(1, Files.size(out.resolve("precious.txt")));
    Files.delete(out.resolve("precious.txt"));
    IdxFolder.write(data, out);
    assertEquals(data.checksum(), Datasets.load(out.toString()).checksum());
  }

  @Test
  void itCanBeCancelledWhileFilesAreFoundAndWhileTheyAreRead() throws IOException {
    Path root = Pictures.classes(temp.resolve("in"), 6, "a", "b");
    assertThrows(
        CancellationException.class,
        () -> ImageFolder.read(root, SMALL, (done, all) -> all > 0 || done < 3));
    assertThrows(
        CancellationException.class,
        () -> ImageFolder.read(root, SMALL, (done, all) -> all == 0 || done < 3));
  }
}
