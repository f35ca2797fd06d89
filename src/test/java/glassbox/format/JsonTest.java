package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static void assertRefused(String text, String... whatIsWrong) {
    Refused.reading(() -> Json.parse(text, "some.json"), "some.json", whatIsWrong);
  }

  @Test
  void readsEveryKindOfValue() throws FormatException {
    JsonObject object =
        (JsonObject) Json.parse("{\"a\": [1, \"ü\\n\", true, null], \"b\": {}}", "here");
    JsonArray array = object.getAsJsonArray("a");
    assertEquals(List.of("a", "b"), List.copyOf(object.keySet()));
    assertEquals(1, array.get(0).getAsInt());
    assertEquals("ü\n", array.get(1).getAsString());
    assertTrue(array.get(2).getAsBoolean());
    assertEquals(JsonNull.INSTANCE, array.get(3));
  }

  @Test
  void aNumberKeepsAllItsDigits() throws FormatException {
    String digits = "-12345678901234567890.123456789";
    assertEquals(new BigDecimal(digits), Json.parse(digits, "here").getAsBigDecimal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1;2]",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "{'a':1}",
        "{\"a\"=1}",
        "{\"a\":}",
        "'a'",
        "\"a",
        "word",
        "nul",
        "TRUE",
        "NaN",
        "[NaN]",
        "Infinity",
        "-Infinity",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x10",
        "\"\\x\"",
        "\"a\tb\"",
        ")]}'\n{}",
        "1e99999999999"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertRefused(text, "cannot read JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"// note\n{}", "{} // note", "/* note */{}", "# note\n{}", "{}# note"})
  void commentsAreRefused(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}x", "1 2", "[]]", "{},", "null null"})
  void textBehindTheValueIsRefused(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"a\":1} | \"a\" twice",
        "{\"b\":{\"a\":1,\"c\":2,\"a\":{}}} | \"b.a\" twice",
        "[0,{\"a\":1,\"a\":1}] | \"$[1].a\" twice",
      })
  void aNameThatStandsTwiceIsRefusedByNameAndSection(String text, String twice) {
    assertRefused(text, twice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "1e-99999999999"})
  void aNumberWithoutMeasureIsRefusedByItsPath(String number) {
    assertRefused("{\"a\": [0, %s]}".formatted(number), "exponent", "at path $.a[1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void nestingThatWouldOverflowTheStackIsRefused(String opening) {
    assertRefused(opening.repeat(100_000), "esting");
  }

  @Test
  void writesNullsAndPlainSignsOnLinesThatEnd() throws FormatException {
    JsonObject object = new JsonObject();
    object.add("none", JsonNull.INSTANCE);
    object.add("signs", new JsonPrimitive("<a> & 'b'"));
    assertEquals("{\n  \"none\": null,\n  \"signs\": \"<a> & 'b'\"\n}\n", Json.pretty(object));
    assertEquals("{\"none\":null,\"signs\":\"<a> & 'b'\"}", Json.compact(object));
    assertEquals(object, Json.parse(Json.pretty(object), "here"));
  }
}
