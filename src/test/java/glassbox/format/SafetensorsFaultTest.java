package glassbox.format;

import static glassbox.format.SafetensorsFiles.tensor;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NumberFormatException escapes Safetensors.Reader.longs: not caught in place(). */
class SafetensorsFaultTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"[true]", "[\"x\"]", "[\"\"]", "[[1,2]]"})
  void aShapeOfNoNumbersIsRefused(String shape) throws Exception {
    Path file =
        SafetensorsFiles.write(
            folder.resolve("a"), "{" + tensor("a", "F32", shape, "[0,4]") + "}", 4);
    Refused.reading(() -> Safetensors.read(file), file, "tensor a");
  }
}
