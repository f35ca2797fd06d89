package glassbox.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes safetensors files by hand, right and wrong ones. */
final class SafetensorsFiles {
  private SafetensorsFiles() {}

  /** A header behind its true length, then so many bytes of zeros. */
  static Path write(Path file, String header, int zeros) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return write(file, text.length, text, zeros);
  }

  /** A header behind any length. */
  static Path write(Path file, long length, byte[] header, int zeros) throws IOException {
    return Files.write(
        file,
        ByteBuffer.allocate(8 + header.length + zeros)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put(header)
            .array());
  }

  /** One entry of a header. */
  static String tensor(String name, String type, String shape, String offsets) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}"
        .formatted(name, type, shape, offsets);
  }
}
