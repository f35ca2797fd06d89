package glassbox.format;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a recipe, read key by key: a missing key takes a default, a wrong type is an error
 * that names the key, and {@link #refuseOthers} finds what nobody asked for.
 */
final class JsonSection {
  private final JsonObject object;
  private final String what;
  private final String prefix;
  private final String where;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * A section of a recipe.
   *
   * @param prefix what stands before its keys in messages: empty, or {@code optimizer.}
   * @param where the file
   */
  JsonSection(JsonObject object, String prefix, String where) {
    this("cannot use the recipe", object, prefix, where);
  }

  /**
   * A section of another file.
   *
   * @param what cannot be done where something is wrong with it
   */
  JsonSection(String what, JsonObject object, String prefix, String where) {
    this.what = what;
    this.object = object;
    this.prefix = prefix;
    this.where = where;
  }

  private boolean has(String key) {
    asked.add(key);
    return object.has(key);
  }

  double number(String key, double missing) throws FormatException {
    return has(key) ? decimal(key).doubleValue() : missing;
  }

  /** Any whole number of 64 bits. */
  long whole(String key, long missing) throws FormatException {
    long least = Long.MIN_VALUE;
    long most = Long.MAX_VALUE;
    return has(key) ? whole(key, least, most, "in [%d, %d]".formatted(least, most)) : missing;
  }

  /** Looks at the size first: the digits of 1e999999999 are better not written out. */
  private long whole(String key, long least, long most, String range) throws FormatException {
    BigDecimal value = decimal(key);
    if (value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw wrong(key, range);
    }
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(key, "a whole number");
    }
  }

  private BigDecimal decimal(String key) throws FormatException {
    JsonElement value = object.get(key);
    if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
      return primitive.getAsBigDecimal();
    }
    throw wrong(key, "a number");
  }

  /**
   * A whole number that fits an int; the recipe checks its range.
   *
   * @param range the words for it, for what fits no int and never gets there
   */
  int count(String key, int missing, String range) throws FormatException {
    return has(key) ? (int) whole(key, Integer.MIN_VALUE, Integer.MAX_VALUE, range) : missing;
  }

  /** The same, or a share between 0 and 1. */
  double countOrShare(String key, int missing, String range) throws FormatException {
    double value = number(key, missing);
    if (value > 1 && value < Integer.MAX_VALUE && value != Math.rint(value)) {
      throw wrong(key, "a whole number or below 1");
    }
    return value > 0 && value < 1 ? value : count(key, missing, range);
  }

  boolean truth(String key, boolean missing) throws FormatException {
    if (!has(key)) {
      return missing;
    }
    if (object.get(key) instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw wrong(key, "true or false");
  }

  String text(String key, String missing) throws FormatException {
    if (!has(key)) {
      return missing;
    }
    if (object.get(key) instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw wrong(key, "a text");
  }

  List<String> texts(String key, List<String> missing) throws FormatException {
    if (!has(key)) {
      return missing;
    }
    if (!object.get(key).isJsonArray()) {
      throw wrong(key, "a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (JsonElement element : object.getAsJsonArray(key)) {
      if (!(element instanceof JsonPrimitive primitive && primitive.isString())) {
        throw wrong(key, "a list of texts");
      }
      texts.add(element.getAsString());
    }
    return texts;
  }

  /** A part of its own; an empty one where the key is missing. */
  JsonSection section(String key) throws FormatException {
    if (!has(key)) {
      return new JsonSection(what, new JsonObject(), prefix + key + ".", where);
    }
    if (!object.get(key).isJsonObject()) {
      throw wrong(key, "an object");
    }
    return new JsonSection(what, object.getAsJsonObject(key), prefix + key + ".", where);
  }

  /** A number, or null where the key is missing or null. */
  @Nullable Double numberOrNull(String key) throws FormatException {
    return has(key) && !object.get(key).isJsonNull() ? decimal(key).doubleValue() : null;
  }

  /** A part of its own, or null where the key is missing or null. */
  @Nullable JsonSection sectionOrNull(String key) throws FormatException {
    return has(key) && !object.get(key).isJsonNull() ? section(key) : null;
  }

  /** An object as it is; an empty one where the key is missing. */
  JsonObject object(String key) throws FormatException {
    return section(key).object;
  }

  /** All of it, whatever its keys. */
  JsonObject whole() {
    return object;
  }

  /** Parts of their own; none where the key is missing. */
  List<JsonSection> sections(String key) throws FormatException {
    List<JsonSection> sections = new ArrayList<>();
    if (has(key)) {
      if (!object.get(key).isJsonArray()) {
        throw wrong(key, "a list of objects");
      }
      for (JsonElement element : object.getAsJsonArray(key)) {
        if (!(element instanceof JsonObject part)) {
          throw wrong(key, "a list of objects");
        }
        sections.add(
            new JsonSection(what, part, prefix + key + "." + sections.size() + ".", where));
      }
    }
    return sections;
  }

  /** An error about a key's value. */
  FormatException wrongValue(String key, String mustBe) {
    return new FormatException(what, where, prefix + key + " " + mustBe);
  }

  /** Refuses any key that was not asked for. */
  void refuseOthers() throws FormatException {
    for (String key : object.keySet()) {
      if (!asked.contains(key)) {
        throw new FormatException(
            what,
            where,
            "unknown key %s%s, expected one of %s"
                .formatted(prefix, key, String.join(", ", asked)));
      }
    }
  }

  private FormatException wrong(String key, String wanted) {
    return new FormatException(
        what,
        where,
        "%s%s must be %s, got %s".formatted(prefix, key, wanted, Json.compact(object.get(key))));
  }
}
