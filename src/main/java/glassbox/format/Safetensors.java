package glassbox.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: a length, a JSON header that names each tensor's type, shape and place,
 * then the numbers. Everything in the header is checked against the size of the file before memory
 * is taken for it.
 *
 * @param metadata texts that the writer added
 * @param tensors by name, in the order of the file's header
 */
public record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
  private static final long LONGEST_HEADER = 100_000_000;

  /**
   * Numbers with a shape.
   *
   * @param shape each size at least 0; empty for a single number
   * @param values row by row
   * @param isCount saved as 64-bit integers instead of 32-bit floats
   */
  public record Tensor(List<Long> shape, float[] values, boolean isCount) {
    public Tensor {
      shape = List.copyOf(shape);
    }

    private int bytes() {
      return values.length * (isCount ? 8 : 4);
    }
  }

  /** Writes tensors in the order given. */
  public void write(OutputStream out) throws IOException {
    byte[] header = header().getBytes(StandardCharsets.UTF_8);
    out.write(little(8).putLong(header.length).array());
    out.write(header);
    for (Tensor tensor : tensors.values()) {
      ByteBuffer bytes = little(tensor.bytes());
      for (float value : tensor.values()) {
        if (tensor.isCount()) {
          bytes.putLong((long) value);
        } else {
          bytes.putFloat(value);
        }
      }
      out.write(bytes.array());
    }
  }

  private String header() {
    JsonObject json = new JsonObject();
    if (!metadata.isEmpty()) {
      JsonObject texts = new JsonObject();
      metadata.forEach(texts::addProperty);
      json.add("__metadata__", texts);
    }
    long at = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      JsonObject description = new JsonObject();
      description.addProperty("dtype", tensor.isCount() ? "I64" : "F32");
      description.add("shape", numbers(tensor.shape()));
      description.add("data_offsets", numbers(List.of(at, at + tensor.bytes())));
      json.add(entry.getKey(), description);
      at += tensor.bytes();
    }
    String text = Json.compact(json);
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return text + " ".repeat(Math.floorMod(-length, 8)); // the numbers start at a multiple of 8
  }

  private static JsonArray numbers(List<Long> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads a file whose tensors are 32-bit floats, or 64-bit integers for counts. */
  public static Safetensors read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException("cannot read the model", file.toString(), "expected a file");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return new Reader(channel, file.toString()).read();
    }
  }

  /** Reads and distrusts one file. */
  private static final class Reader {
    private final SeekableByteChannel channel;
    private final String where;

    /** Where a tensor's bytes are, counted from the end of the header. */
    private record Place(String name, boolean isCount, List<Long> shape, long from, long to) {}

    Reader(SeekableByteChannel channel, String where) {
      this.channel = channel;
      this.where = where;
    }

    Safetensors read() throws IOException {
      if (channel.size() < 8) {
        throw refusal("expected a header length, got %d bytes", channel.size());
      }
      long length = bytes(8).getLong();
      if (length < 2 || length > LONGEST_HEADER || length > channel.size() - 8) {
        throw refusal(
            "expected a header that fits into the file, got a length of %s",
            Long.toUnsignedString(length));
      }
      String header = StandardCharsets.UTF_8.decode(bytes((int) length)).toString();
      if (!(Json.parse(header.stripTrailing(), where) instanceof JsonObject json)) {
        throw refusal("expected a JSON object as header, got something else");
      }
      Map<String, String> metadata = metadata(json);
      List<Place> places = new ArrayList<>();
      for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
        if (!entry.getKey().equals("__metadata__")) {
          places.add(place(entry.getKey(), entry.getValue()));
        }
      }
      checkThatPlacesTileTheData(places, channel.size() - 8 - length);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Place place : places) {
        channel.position(8 + length + place.from());
        tensors.put(place.name(), tensor(place));
      }
      return new Safetensors(metadata, tensors);
    }

    private Map<String, String> metadata(JsonObject json) throws FormatException {
      Map<String, String> metadata = new LinkedHashMap<>();
      if (json.has("__metadata__")) {
        if (!(json.get("__metadata__") instanceof JsonObject texts)) {
          throw refusal("expected __metadata__ to be an object, got something else");
        }
        for (Map.Entry<String, JsonElement> entry : texts.entrySet()) {
          if (!(entry.getValue() instanceof JsonPrimitive text && text.isString())) {
            throw refusal("expected metadata %s to be a text", entry.getKey());
          }
          metadata.put(entry.getKey(), text.getAsString());
        }
      }
      return metadata;
    }

    private Place place(String name, JsonElement description) throws FormatException {
      try {
        JsonObject json = description.getAsJsonObject();
        String type = json.get("dtype").getAsString();
        if (!type.equals("F32") && !type.equals("I64")) {
          throw refusal("expected tensor %s of type F32, got %s", name, type);
        }
        List<Long> shape = longs(json.getAsJsonArray("shape"));
        List<Long> offsets = longs(json.getAsJsonArray("data_offsets"));
        long bytes = type.equals("I64") ? 8 : 4;
        for (long size : shape) {
          bytes = Math.multiplyExact(bytes, size);
        }
        if (offsets.size() != 2 || offsets.get(1) - offsets.get(0) != bytes) {
          throw refusal(
              "expected %d bytes for tensor %s of shape %s, got offsets %s",
              bytes, name, shape, offsets);
        }
        return new Place(name, type.equals("I64"), shape, offsets.get(0), offsets.get(1));
      } catch (IllegalStateException
          | NullPointerException
          | ClassCastException
          | ArithmeticException
          | NumberFormatException
          | UnsupportedOperationException e) {
        throw refusal("expected dtype, shape and data_offsets of tensor %s, got nonsense", name);
      }
    }

    private List<Long> longs(JsonArray array) {
      List<Long> values = new ArrayList<>();
      for (JsonElement element : array) {
        long value = element.getAsBigDecimal().longValueExact();
        if (value < 0) {
          throw new ArithmeticException("negative");
        }
        values.add(value);
      }
      return values;
    }

    /** The format allows neither holes nor overlaps. */
    private void checkThatPlacesTileTheData(List<Place> places, long available)
        throws FormatException {
      long at = 0;
      for (Place place :
          places.stream()
              .sorted(Comparator.comparingLong(Place::from).thenComparingLong(Place::to))
              .toList()) {
        if (place.from() != at) {
          throw refusal("expected tensor %s at byte %d, got %d", place.name(), at, place.from());
        }
        at = place.to();
      }
      if (at != available) {
        throw refusal("expected %d bytes of numbers, got %d", at, available);
      }
    }

    private Tensor tensor(Place place) throws IOException {
      long size = place.to() - place.from();
      if (size > Integer.MAX_VALUE - 8) {
        throw refusal("expected tensors below 2 GiB, got %s with %d bytes", place.name(), size);
      }
      ByteBuffer bytes = bytes((int) size);
      float[] values = new float[(int) (size / (place.isCount() ? 8 : 4))];
      for (int i = 0; i < values.length; i++) {
        values[i] = place.isCount() ? bytes.getLong() : bytes.getFloat();
      }
      return new Tensor(place.shape(), values, place.isCount());
    }

    private ByteBuffer bytes(int count) throws IOException {
      ByteBuffer bytes = little(count);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw refusal("expected %d more bytes, got the end of the file", bytes.remaining());
        }
      }
      return bytes.flip();
    }

    private FormatException refusal(String format, Object... values) {
      return new FormatException("cannot read the model", where, format.formatted(values));
    }
  }
}
