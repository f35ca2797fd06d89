package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetReaderTest {
  @TempDir private Path folder;

  enum Container {
    FOLDER,
    ZIP,
    TAR_GZ,
    TGZ;

    Path write(Path folder, Map<String, byte[]> files) throws IOException {
      return switch (this) {
        case FOLDER -> IdxFiles.writeFolder(folder.resolve("set"), files);
        case ZIP -> IdxFiles.writeZip(folder.resolve("set.zip"), files);
        case TAR_GZ -> IdxFiles.writeTarGz(folder.resolve("set.tar.gz"), files);
        case TGZ -> IdxFiles.writeTarGz(folder.resolve("SET.TGZ"), files);
      };
    }
  }

  private static void assertIsTheDataset(ImageDataset dataset) {
    assertEquals(3, dataset.train().count());
    assertEquals(2, dataset.test().count());
    assertEquals(4, dataset.train().height());
    assertEquals(5, dataset.train().width());
    assertEquals(20, dataset.pixelsPerImage());
    assertArrayEquals(
        new int[] {0, 1, 2}, IntStream.range(0, 3).map(dataset.train()::label).toArray());
    assertArrayEquals(new int[] {2, 0}, IntStream.range(0, 2).map(dataset.test()::label).toArray());
    assertEquals(47, dataset.train().pixel(2, 1, 2));
  }

  @ParameterizedTest
  @EnumSource
  void readsPlainFilesInAnyContainer(Container container) throws IOException {
    Path path = container.write(folder, IdxFiles.dataset());
    assertIsTheDataset(DatasetReader.read("mine", path));
  }

  @ParameterizedTest
  @EnumSource
  void readsGzippedFilesInAnyContainer(Container container) throws IOException {
    Path path = container.write(folder, IdxFiles.gzipped(IdxFiles.dataset()));
    assertIsTheDataset(DatasetReader.read("mine", path));
  }

  @ParameterizedTest
  @EnumSource
  void readsFilesNamedWithADot(Container container) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    IdxFiles.gzipped(IdxFiles.dataset())
        .forEach((name, bytes) -> files.put(name.replace("-idx", ".idx"), bytes));
    assertIsTheDataset(DatasetReader.read("mine", container.write(folder, files)));
  }

  @ParameterizedTest
  @EnumSource
  void readsClassNamesBesideTheFiles(Container container) throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    files.put("labels.txt", "Birne\r\n Äpfel \n\nkiwi".getBytes(StandardCharsets.UTF_8));
    ImageDataset dataset = DatasetReader.read("mine", container.write(folder, files));
    assertEquals(List.of("Birne", "Äpfel", "kiwi"), dataset.classNames());
  }

  @Test
  void withoutClassNamesThereAreAsManyClassesAsTheLargestLabelAsks() throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    files.put(IdxFiles.TEST_LABELS, IdxFiles.labels(4, 0));
    ImageDataset dataset = DatasetReader.read("mine", Container.FOLDER.write(folder, files));
    assertEquals(List.of("0", "1", "2", "3", "4"), dataset.classNames());
    assertEquals(5, dataset.classes());
  }

  @Test
  void classesWithoutImagesAreKept() throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    files.put("labels.txt", "a\nb\nc\nd\ne\nf\n".getBytes(StandardCharsets.UTF_8));
    Path path = Container.FOLDER.write(folder, files);
    assertEquals(6, DatasetReader.read("mine", path).classes());
  }

  @Test
  void readsAsManyAs256Classes() throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    files.put(IdxFiles.TRAIN_IMAGES, IdxFiles.images(256, 4, 5));
    files.put(IdxFiles.TRAIN_LABELS, IdxFiles.labels(IntStream.range(0, 256).toArray()));
    ImageDataset dataset = DatasetReader.read("mine", Container.FOLDER.write(folder, files));
    assertEquals(256, dataset.classes());
    assertEquals(255, dataset.train().label(255));
  }

  @Test
  void readsMembersOfAGzipOneAfterTheOther() throws IOException {
    byte[] plain = IdxFiles.images(3, 4, 5);
    byte[] first = IdxFiles.gzip(Arrays.copyOf(plain, 30));
    byte[] second = IdxFiles.gzip(Arrays.copyOfRange(plain, 30, plain.length));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    Map<String, byte[]> files = IdxFiles.dataset();
    files.remove(IdxFiles.TRAIN_IMAGES);
    files.put(IdxFiles.TRAIN_IMAGES + ".gz", both);
    assertIsTheDataset(DatasetReader.read("mine", Container.FOLDER.write(folder, files)));
  }

  @Test
  void otherFilesAreOfNoInterest() throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    files.put("README.md", new byte[100]);
    files.put("._" + IdxFiles.TRAIN_IMAGES, new byte[3]);
    assertIsTheDataset(DatasetReader.read("mine", Container.ZIP.write(folder, files)));
  }

  @Test
  void theNameIsKept() throws IOException {
    Path path = Container.FOLDER.write(folder, IdxFiles.dataset());
    assertEquals("mine", DatasetReader.read("mine", path).name());
  }
}
