package glassbox.data;

import static glassbox.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetsTest {
  @Test
  void aDataSetOfOnesOwnIsLoadedByItsPath(@TempDir Path folder) throws IOException {
    IdxFiles.writeFolder(folder, IdxFiles.dataset());
    ImageDataset dataset = Datasets.load(folder.toString());
    assertEquals(folder.toString(), dataset.name());
    assertEquals(3, dataset.train().count());
  }

  @Test
  void anUnknownNameIsRefusedNamingThoseThatAreThere() {
    assertRefused(
        () -> Datasets.load("cifar"), "cifar", "mnist, fashion-mnist", "got nothing there");
  }

  @Test
  void aTextThatIsNoPathIsRefused() {
    assertRefused(() -> Datasets.load("a\0b"), "a\0b", "expected a path");
  }

  @ParameterizedTest
  @CsvSource({
    "mnist, MNIST",
    "fashion-mnist, Fashion-MNIST",
    "/home/me/digits.zip, digits.zip",
    "C:\\data\\digits, digits",
    "data/digits/, digits/",
    "digits, digits",
  })
  void titlesAreWhatPeopleWrite(String nameOrPath, String title) {
    assertEquals(title, Datasets.title(nameOrPath));
  }
}
