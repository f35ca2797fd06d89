package glassbox.format;

import static glassbox.format.SafetensorsFiles.tensor;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie: each is refused in one line, before memory is taken for what it promises. */
class SafetensorsRefusalTest {
  private static final long A_LITTLE_MEMORY = 8 << 20;

  @TempDir Path folder;

  private static void assertRefused(Path file, String... whatIsWrong) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Refused.reading(() -> Safetensors.read(file), file, whatIsWrong);
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(taken < A_LITTLE_MEMORY, "took " + taken + " bytes");
  }

  private void assertHeaderRefused(String header, int zeros, String... whatIsWrong)
      throws IOException {
    assertRefused(SafetensorsFiles.write(folder.resolve("a"), header, zeros), whatIsWrong);
  }

  @Test
  void aMissingFileAndAFolderAreRefused() {
    assertRefused(folder.resolve("missing"), "expected a file");
    assertRefused(folder, "expected a file");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void aFileWithoutALengthIsRefused(int bytes) throws IOException {
    assertRefused(
        Files.write(folder.resolve("a"), new byte[bytes]), "got %d bytes".formatted(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        3,
        1000,
        100_000_001,
        Integer.MAX_VALUE,
        1L << 31,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1
      })
  void aHeaderThatDoesNotFitIsRefused(long length) throws IOException {
    byte[] header = "{}".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        SafetensorsFiles.write(folder.resolve("a"), length, header, 0),
        "a length of " + Long.toUnsignedString(length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xx", "  ", "{]", "{\"a\":", "{} {}", "{/* */}", "\u0000\u0000", "{\"a\":NaN}"})
  void aHeaderThatIsNotJsonIsRefused(String header) throws IOException {
    assertHeaderRefused(header, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"a\"", "12", "null"})
  void aHeaderThatIsNotAnObjectIsRefused(String header) throws IOException {
    assertHeaderRefused(header, 0, "expected a JSON object");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertHeaderRefused("{\"a\":" + "[".repeat(100_000), 0);
  }

  @Test
  void aNameThatStandsTwiceIsRefused() throws IOException {
    String first = tensor("a", "F32", "[1]", "[0,4]");
    String second = tensor("a", "F32", "[1]", "[4,8]");
    assertHeaderRefused("{" + first + "," + second + "}", 8, "\"a\" twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F64", "F16", "BF16", "I32", "U8", "BOOL", "f32", ""})
  void anotherTypeIsRefused(String type) throws IOException {
    assertHeaderRefused(
        "{" + tensor("a", type, "[1]", "[0,4]") + "}", 4, "tensor a of type F32, got " + type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1] | [0,8]", // too much for the shape
        "[2] | [0,4]", // too little
        "[] | [0,8]",
        "[0] | [0,4]",
        "[1] | [4,0]", // backwards
        "[1] | [0]",
        "[1] | []",
        "[1] | [0,4,8]",
        "[1] | [-4,0]", // negative
        "[-1] | [0,4]",
        "[-1,-1] | [0,4]",
        "[1] | [0.5,4.5]",
        "[1.5] | [0,6]",
        "[1e30] | [0,4]",
        "[1e999999999] | [0,4]",
        "[1e-999999999] | [0,4]",
        "[4611686018427387904,4] | [0,0]", // 2^62 * 4 * 4 overflows to 0
        "[4611686018427387905] | [0,4]", // 2^64 + 4 bytes
        "[9223372036854775807] | [0,4]",
        "[9223372036854775808] | [0,4]",
        "[2147483648,2147483648] | [0,0]",
        "[null] | [0,4]",
        "null | [0,4]",
        "1 | [0,4]",
        "{} | [0,4]",
        "[1] | null",
        "[1] | {}",
        "[1] | [0,null]",
      })
  void aShapeThatDoesNotMatchItsPlaceIsRefused(String shape, String offsets) throws IOException {
    assertHeaderRefused("{" + tensor("a", "F32", shape, offsets) + "}", 8, "tensor a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        "{\"a\":null}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"a\":{\"dtype\":\"F32\"}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}",
        "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":null,\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":{},\"shape\":[1],\"data_offsets\":[0,4]}}",
      })
  void aTensorThatIsNotDescribedIsRefused(String header) throws IOException {
    assertHeaderRefused(header, 4, "tensor a");
  }

  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of("out of range", "[0,4]", "[8,12]", 8),
        Arguments.of("overlapping", "[0,4]", "[2,6]", 8),
        Arguments.of("equal", "[0,4]", "[0,4]", 4),
        Arguments.of("with a hole", "[0,4]", "[8,12]", 12),
        Arguments.of("with a hole before", "[4,8]", "[8,12]", 12),
        Arguments.of("shorter than the data", "[0,4]", "[4,8]", 9),
        Arguments.of("longer than the data", "[0,4]", "[4,8]", 7),
        Arguments.of("far away", "[0,4]", "[4611686018427387904,4611686018427387908]", 8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void placesThatDoNotTileTheDataAreRefused(String what, String a, String b, int zeros)
      throws IOException {
    assertHeaderRefused(
        "{" + tensor("a", "F32", "[1]", a) + "," + tensor("b", "F32", "[1]", b) + "}", zeros);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1099511627776] | [0,4398046511104]", // 4 TiB
        "[536870912] | [0,2147483648]", // 2 GiB
        "[1152921504606846976] | [0,4611686018427387904]",
      })
  void aHugeTensorInASmallFileIsRefused(String shape, String offsets) throws IOException {
    assertHeaderRefused("{" + tensor("a", "F32", shape, offsets) + "}", 8, "got 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "[]", "null", "{\"k\":1}", "{\"k\":null}", "{\"k\":{}}"})
  void metadataThatIsNotTextsIsRefused(String metadata) throws IOException {
    assertHeaderRefused("{\"__metadata__\":" + metadata + "}", 0, "metadata");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
    Path file =
        SafetensorsFiles.write(
            folder.resolve("a"), "{" + tensor("a", "F32", "[2]", "[0,8]") + "}", 8);
    byte[] whole = Files.readAllBytes(file);
    Safetensors.read(file);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Files.write(file, Arrays.copyOf(whole, length)));
    }
    assertRefused(Files.write(file, Arrays.copyOf(whole, whole.length + 1)));
  }
}
