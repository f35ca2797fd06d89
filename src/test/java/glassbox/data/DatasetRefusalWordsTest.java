package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetRefusalWordsTest {
  @TempDir private Path folder;
  private final Map<String, byte[]> files = IdxFiles.dataset();

  private String refusal(Path path) {
    return assertThrows(DatasetException.class, () -> DatasetReader.read("mine", path))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9})
  void aGzipCutWithinItsOwnHeaderSaysSo(int length) throws IOException {
    byte[] gzip = IdxFiles.gzip(files.remove(IdxFiles.TRAIN_IMAGES));
    files.put(IdxFiles.TRAIN_IMAGES + ".gz", Arrays.copyOf(gzip, length));
    String message = refusal(IdxFiles.writeFolder(folder, files));
    assertFalse(message.contains("null"), message);
  }

  @Test
  void aLabelsFileThatIsTooLongSaysSo() throws IOException {
    files.put("labels.txt", ("a".repeat(70_000) + "\nb\nc").getBytes(StandardCharsets.UTF_8));
    String message = refusal(IdxFiles.writeFolder(folder, files));
    assertFalse(message.contains("expected 1 to 256 lines, got 1"), message);
  }

  @Test
  void aByteOrderMarkIsNotPartOfAName() throws IOException {
    files.put("labels.txt", "\uFEFFa\nb\nc".getBytes(StandardCharsets.UTF_8));
    ImageDataset dataset = DatasetReader.read("mine", IdxFiles.writeFolder(folder, files));
    assertEquals("a", dataset.classNames().getFirst());
  }

  @Test
  void aPathWithALineBreakIsStillRefusedInOneLine() {
    assertEquals(1, refusal(folder.resolve("no\nwhere")).lines().count());
  }

  /** Linux: a directory that root may not list either. */
  @Test
  void aFolderThatCannotBeListedIsRefused() {
    Path folder = Path.of("/proc/1/map_files");
    if (Files.isDirectory(folder)) {
      refusal(folder);
    }
  }

  @Test
  void aLabelsFileThatCannotBeReadIsRefused() throws IOException {
    IdxFiles.writeFolder(folder, files);
    Files.createSymbolicLink(folder.resolve("labels.txt"), Path.of("/proc/self/mem"));
    refusal(folder);
  }
}
