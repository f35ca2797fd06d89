package glassbox.data;

import static glassbox.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveRefusalTest {
  @TempDir private Path folder;
  private Path zip;
  private Path tar;

  @BeforeEach
  void namePaths() {
    zip = folder.resolve("set.zip");
    tar = folder.resolve("set.tar.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"set.zip", "set.tar.gz", "set.tgz"})
  void aFileThatIsNoArchiveIsRefused(String name) throws IOException {
    Path path = Files.write(folder.resolve(name), new byte[3000]);
    assertRefused(() -> DatasetReader.read("mine", path), path, "broken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"set.zip", "set.tar.gz"})
  void anEmptyFileIsRefused(String name) throws IOException {
    Path path = Files.write(folder.resolve(name), new byte[0]);
    assertRefused(() -> DatasetReader.read("mine", path), path, "broken");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
  void aTruncatedZipIsRefused(double share) throws IOException {
    cut(IdxFiles.writeZip(zip, IdxFiles.dataset()), share);
    assertRefused(() -> DatasetReader.read("mine", zip), zip);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void aTruncatedTarIsRefused(double share) throws IOException {
    cut(IdxFiles.writeTarGz(tar, IdxFiles.dataset()), share);
    assertRefused(() -> DatasetReader.read("mine", tar), tar);
  }

  private static void cut(Path file, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) (share * bytes.length)));
  }

  @Test
  void aBrokenFileInAnArchiveIsNamed() throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    files.put(IdxFiles.TEST_LABELS, IdxFiles.images(1, 2, 3));
    IdxFiles.writeZip(zip, files);
    IdxFiles.writeTarGz(tar, files);
    assertRefused(
        () -> DatasetReader.read("mine", zip), zip.resolve(IdxFiles.TEST_LABELS), "magic number");
    assertRefused(
        () -> DatasetReader.read("mine", tar), tar.resolve(IdxFiles.TEST_LABELS), "magic number");
  }

  @Test
  void aFileMissingInAnArchiveIsNamed() throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    files.remove(IdxFiles.TEST_LABELS);
    IdxFiles.writeZip(zip, files);
    assertRefused(() -> DatasetReader.read("mine", zip), zip, IdxFiles.TEST_LABELS, "got none");
  }

  @Test
  void aZipWithTooManyFilesIsRefused() throws IOException {
    Map<String, byte[]> files = IdxFiles.dataset();
    for (int i = 0; i <= 10_000; i++) {
      files.put("file" + i, new byte[0]);
    }
    IdxFiles.writeZip(zip, files);
    assertRefused(() -> DatasetReader.read("mine", zip), zip, "10,000 files");
  }
}
