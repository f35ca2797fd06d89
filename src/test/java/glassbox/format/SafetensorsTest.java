package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.Safetensors.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  @TempDir Path folder;

  private static Tensor floats(List<Long> shape, float... values) {
    return new Tensor(shape, values, false);
  }

  private static byte[] bytes(Safetensors tensors) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tensors.write(out);
    return out.toByteArray();
  }

  private static Safetensors sample() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z.weight", floats(List.of(2L, 3L), 1, -2, 3.5f, 0, Float.MIN_VALUE, -0f));
    tensors.put("a.bias", floats(List.of(1L), Float.MAX_VALUE));
    tensors.put("count", new Tensor(List.of(), new float[] {7}, true));
    tensors.put("single", floats(List.of(), Float.NaN));
    tensors.put("empty", floats(List.of(0L, 5L)));
    return new Safetensors(Map.of("note", "ü \"quoted\"\nsecond line"), tensors);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Safetensors written = sample();
    Safetensors read =
        Safetensors.read(Files.write(folder.resolve("a.safetensors"), bytes(written)));
    assertEquals(written.metadata(), read.metadata());
    assertEquals(List.copyOf(written.tensors().keySet()), List.copyOf(read.tensors().keySet()));
    written.tensors().forEach((name, tensor) -> assertSame(tensor, read.tensors().get(name)));
  }

  private static void assertSame(Tensor wanted, Tensor got) {
    assertEquals(wanted.shape(), got.shape());
    assertEquals(wanted.isCount(), got.isCount());
    assertArrayEquals(wanted.values(), got.values());
  }

  @Test
  void theLayoutIsTheSpecifications() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("w", floats(List.of(2L, 1L), 1.5f, -2));
    tensors.put("n", new Tensor(List.of(), new float[] {258}, true));
    ByteBuffer file =
        ByteBuffer.wrap(bytes(new Safetensors(Map.of("k", "v"), tensors)))
            .order(ByteOrder.LITTLE_ENDIAN);
    String header =
        "{\"__metadata__\":{\"k\":\"v\"},"
            + SafetensorsFiles.tensor("w", "F32", "[2,1]", "[0,8]")
            + ","
            + SafetensorsFiles.tensor("n", "I64", "[]", "[8,16]")
            + "}";
    int length = (header.length() + 7) / 8 * 8;
    byte[] text = new byte[length];
    assertEquals(length, file.getLong());
    file.get(text);
    assertEquals(
        header + " ".repeat(length - header.length()), new String(text, StandardCharsets.UTF_8));
    assertEquals(1.5f, file.getFloat());
    assertEquals(-2f, file.getFloat());
    assertEquals(258, file.getLong());
    assertFalse(file.hasRemaining());
  }

  @Test
  void theNumbersStartAtAMultipleOfEightWhateverTheNames() throws IOException {
    for (int signs = 1; signs <= 9; signs++) {
      byte[] file = bytes(new Safetensors(Map.of(), Map.of("ü".repeat(signs), floats(List.of()))));
      assertEquals(0, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
    }
  }

  @Test
  void withoutMetadataNoneIsWritten() throws IOException {
    byte[] file = bytes(new Safetensors(Map.of(), Map.of("w", floats(List.of(1L), 1))));
    assertFalse(new String(file, StandardCharsets.UTF_8).contains("__metadata__"));
  }

  @Test
  void aFileWithoutTensorsIsAFile() throws IOException {
    Path file = SafetensorsFiles.write(folder.resolve("a"), "{}", 0);
    assertEquals(new Safetensors(Map.of(), Map.of()), Safetensors.read(file));
  }

  @Test
  void theOrderOfTheHeaderMayDifferFromThatOfTheNumbers() throws IOException {
    Path file = folder.resolve("a.safetensors");
    byte[] header =
        ("{"
                + SafetensorsFiles.tensor("second", "F32", "[1]", "[4,8]")
                + ","
                + SafetensorsFiles.tensor("first", "F32", "[1]", "[0,4]")
                + "}")
            .getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      out.write(length.putLong(header.length).array());
      out.write(header);
      ByteBuffer numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      out.write(numbers.putFloat(1).putFloat(2).array());
    }
    Safetensors read = Safetensors.read(file);
    assertEquals(2, read.tensors().get("second").values()[0]);
    assertEquals(1, read.tensors().get("first").values()[0]);
  }

  static Stream<Path> filesOfPyTorch() throws IOException {
    try (Stream<Path> all = Files.walk(REFERENCE)) {
      return all
          .filter(file -> file.toString().endsWith(".safetensors"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("filesOfPyTorch")
  void readsWhatPyTorchWrote(Path file) throws IOException {
    Safetensors read = Safetensors.read(file);
    assertTrue(read.tensors().size() >= 4);
    long bytes = 0;
    for (Map.Entry<String, Tensor> entry : read.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      long size = tensor.shape().stream().reduce(1L, (a, b) -> a * b);
      assertEquals(size, tensor.values().length, entry.getKey());
      assertEquals(entry.getKey().endsWith("num_batches_tracked"), tensor.isCount());
      for (float value : tensor.values()) {
        assertTrue(Float.isFinite(value) && Math.abs(value) < 100, entry.getKey() + ": " + value);
      }
      bytes += size * (tensor.isCount() ? 8 : 4);
    }
    assertTrue(Files.size(file) > bytes);
  }
}
