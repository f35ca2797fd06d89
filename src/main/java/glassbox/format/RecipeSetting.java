package glassbox.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of a recipe and its value.
 *
 * @param key dotted, such as {@code optimizer.learningRate}; {@code network.2} is a layer counted
 *     from 0, {@code dropout} the rate of all dropout layers
 * @param value JSON; a bare word is a text
 */
public record RecipeSetting(String key, String value) {
  private static final String DROPOUT = "dropout";

  /** Sections that begin to be when one of their keys is set. */
  private static final Set<String> MAY_BE_NULL =
      Set.of("earlyStopping", "augmentation", "augmentation.cutout");

  /** The value without the quotation marks of JSON. */
  public String words() {
    return json() instanceof JsonPrimitive primitive ? primitive.getAsString() : value;
  }

  /** The value as JSON; a bare word is a text. */
  public JsonElement json() {
    try {
      return Json.parse(value, "value");
    } catch (FormatException e) {
      return new JsonPrimitive(value);
    }
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }

  void applyTo(JsonObject recipe) throws FormatException {
    if (key.equals(DROPOUT)) {
      setDropoutRates(recipe.get("network"));
      return;
    }
    String[] path = key.split("\\.", -1);
    if (path.length == 2
        && path[0].equals("network")
        && recipe.get("network") instanceof JsonArray layers) {
      layers.set(layer(path[1], layers.size()), json());
      return;
    }
    JsonObject parent = recipe;
    for (int i = 0; i < path.length - 1; i++) {
      boolean absent = !parent.has(path[i]) || parent.get(path[i]).isJsonNull();
      if (absent && MAY_BE_NULL.contains(String.join(".", List.of(path).subList(0, i + 1)))) {
        parent.add(path[i], new JsonObject());
      }
      if (!(parent.get(path[i]) instanceof JsonObject child)) {
        throw refused("unknown key " + key);
      }
      parent = child;
    }
    String last = path[path.length - 1];
    JsonElement element = json();
    if (last.equals("name") && path.length > 1 && !element.equals(parent.get("name"))) {
      forgetSettingsOfTheOther(parent);
    }
    parent.add(last, element);
  }

  private int layer(String text, int layers) throws FormatException {
    if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) < layers) {
      return Integer.parseInt(text);
    }
    throw refused("network has layers 0 to %d, got %s".formatted(layers - 1, text));
  }

  private void setDropoutRates(JsonElement network) throws FormatException {
    JsonArray layers = network instanceof JsonArray array ? array : new JsonArray();
    boolean any = false;
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof JsonPrimitive layer
          && layer.getAsString().startsWith(DROPOUT + " ")) {
        layers.set(i, new JsonPrimitive(DROPOUT + " " + words()));
        any = true;
      }
    }
    if (!any) {
      throw refused("network has no dropout layer");
    }
  }

  private FormatException refused(String why) {
    return new FormatException("cannot use the recipe", toString(), why);
  }

  /** Another optimizer or schedule starts from its own defaults, with the same learning rate. */
  private static void forgetSettingsOfTheOther(JsonObject section) {
    List.copyOf(section.keySet()).stream()
        .filter(name -> !name.equals("learningRate"))
        .forEach(section::remove);
  }

  /** The value of a key in a tree, as {@link #words}; empty where there is none. */
  static Optional<String> value(JsonObject recipe, String key) {
    if (key.equals(DROPOUT)) {
      return recipe.getAsJsonArray("network").asList().stream()
          .map(JsonElement::getAsString)
          .filter(layer -> layer.startsWith(DROPOUT + " "))
          .map(layer -> layer.substring(DROPOUT.length() + 1))
          .findFirst();
    }
    Map<String, JsonElement> all = new LinkedHashMap<>();
    flatten("", recipe, true, all);
    return Optional.ofNullable(all.get(key))
        .map(value -> new RecipeSetting(key, Json.compact(value)).words());
  }

  /** The settings of one tree that are missing or different in the other. */
  static List<RecipeSetting> differences(JsonObject from, JsonObject to) {
    boolean sameDepth =
        from.getAsJsonArray("network").size() == to.getAsJsonArray("network").size();
    Map<String, JsonElement> before = new LinkedHashMap<>();
    Map<String, JsonElement> after = new LinkedHashMap<>();
    flatten("", from, sameDepth, before);
    flatten("", to, sameDepth, after);
    List<RecipeSetting> settings = new ArrayList<>();
    after.forEach((key, value) -> {
      if (!value.equals(before.get(key)) || isSettingOfAnother(key, before, after)) {
        settings.add(new RecipeSetting(key, Json.compact(value)));
      }
    });
    return settings;
  }

  /** Whether a key has to be said again because its optimizer or schedule is another. */
  private static boolean isSettingOfAnother(
      String key, Map<String, JsonElement> before, Map<String, JsonElement> after) {
    int dot = key.indexOf('.');
    if (dot < 0 || key.endsWith(".learningRate")) {
      return false;
    }
    String name = key.substring(0, dot) + ".name";
    return after.containsKey(name) && !after.get(name).equals(before.get(name));
  }

  private static void flatten(
      String prefix, JsonElement element, boolean layerByLayer, Map<String, JsonElement> into) {
    if (element instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              entry -> flatten(join(prefix, entry.getKey()), entry.getValue(), layerByLayer, into));
    } else if (element instanceof JsonArray array && layerByLayer) {
      for (int i = 0; i < array.size(); i++) {
        flatten(join(prefix, Integer.toString(i)), array.get(i), true, into);
      }
    } else {
      into.put(prefix, element);
    }
  }

  private static String join(String prefix, @Nullable String key) {
    return prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key;
  }
}
