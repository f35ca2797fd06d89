package glassbox.format;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Strict JSON: no comments, no duplicate names, nothing after the end. */
final class Json {
  private static final int LONGEST_FILE = 1 << 20;

  private Json() {}

  /**
   * The text of a file of at most 1 MiB.
   *
   * @param what cannot be done without it, for errors
   */
  static String readText(Path file, String what) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException(what, file.toString(), "expected a file");
    }
    if (Files.size(file) > LONGEST_FILE) {
      throw new FormatException(
          what,
          file.toString(),
          "expected at most 1 MiB, got %,d bytes".formatted(Files.size(file)));
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /**
   * Reads a whole text.
   *
   * @param where what the text came from, for the error
   */
  static JsonElement parse(String text, String where) throws FormatException {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = element(reader, where);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new FormatException("cannot read JSON", where, "expected one value, got more");
      }
      return element;
    } catch (FormatException e) {
      throw e;
    } catch (IOException | IllegalStateException e) {
      throw new FormatException(
          "cannot read JSON",
          where,
          "expected valid JSON, got: " + forUsers(String.valueOf(e.getMessage())));
    }
  }

  /** Without Gson's advice to programmers. */
  private static String forUsers(String message) {
    return message
        .replaceAll("(?s)\\R?See https?:.*", "")
        .replaceFirst("^Use JsonReader\\S+ to accept malformed JSON", "malformed JSON");
  }

  private static JsonElement element(JsonReader reader, String where) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, where);
      case BEGIN_ARRAY -> array(reader, where);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(number(reader, where));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default ->
          throw new FormatException("cannot read JSON", where, "expected a value, got nothing");
    };
  }

  private static BigDecimal number(JsonReader reader, String where) throws IOException {
    try {
      return new BigDecimal(reader.nextString());
    } catch (NumberFormatException e) {
      throw new FormatException(
          "cannot read JSON",
          where,
          "expected an exponent of at most 9 digits, got more at path " + reader.getPreviousPath());
    }
  }

  private static JsonObject object(JsonReader reader, String where) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.has(name)) {
        String path = reader.getPath().replaceFirst("^\\$\\.", "");
        throw new FormatException(
            "cannot read JSON", where, "expected each name once, got \"" + path + "\" twice");
      }
      object.add(name, element(reader, where));
    }
    reader.endObject();
    return object;
  }

  private static JsonArray array(JsonReader reader, String where) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(element(reader, where));
    }
    reader.endArray();
    return array;
  }

  /** With indentation and every null written. */
  static String pretty(JsonElement element) {
    return new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create()
            .toJson(element)
        + "\n";
  }

  /** On one line. */
  static String compact(JsonElement element) {
    return new GsonBuilder().serializeNulls().disableHtmlEscaping().create().toJson(element);
  }
}
