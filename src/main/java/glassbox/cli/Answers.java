package glassbox.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.data.ImageDataset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, as it is printed: one network, or several and then all of them as one.
 *
 * @param data whose test set was answered
 * @param single each network by itself, as it was named; none where an ensemble was read
 * @param together of all; null for a single network
 */
record Answers(ImageDataset data, List<Named> single, @Nullable Together together) {
  /** A network's answer, by the network's name. */
  record Named(String name, Answer answer) {}

  /** The answer of so many networks as one. */
  record Together(int networks, Answer answer) {}

  String json() {
    if (together == null) {
      return single.getFirst().answer().json(data).toString();
    }
    JsonObject all = new JsonObject();
    if (!single.isEmpty()) {
      JsonArray networks = new JsonArray();
      single.forEach(each -> networks.add(json(each)));
      all.add("networks", networks);
    }
    JsonObject ensemble = together.answer().json(data);
    ensemble.addProperty("networks", together.networks());
    all.add("ensemble", ensemble);
    return all.toString();
  }

  private JsonObject json(Named each) {
    JsonObject network = new JsonObject();
    network.addProperty("model", each.name());
    each.answer().json(data).asMap().forEach(network::add);
    return network;
  }

  String words() {
    if (together == null) {
      return single.getFirst().answer().words("", data);
    }
    List<String> lines = new ArrayList<>();
    single.forEach(each -> lines.add(each.answer().words(each.name() + ": ", data)));
    lines.add(together.answer().words("ensemble of %d: ".formatted(together.networks()), data));
    return String.join(System.lineSeparator(), lines);
  }
}
