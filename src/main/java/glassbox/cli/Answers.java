package glassbox.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.data.ImageDataset;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured, as it is printed: one network, or several and then their mean.
 *
 * @param names of the networks, as they were given
 * @param augmentations changed versions of each image; 0 for none
 */
record Answers(ImageDataset data, List<String> names, List<Answer> ofNetworks, int augmentations) {

  private boolean isEnsemble() {
    return ofNetworks.size() > 1;
  }

  String json() {
    if (!isEnsemble()) {
      return ofNetworks.getFirst().json(data, augmentations).toString();
    }
    JsonArray networks = new JsonArray();
    for (int i = 0; i < names.size(); i++) {
      JsonObject network = new JsonObject();
      network.addProperty("model", names.get(i));
      ofNetworks.get(i).json(data, augmentations).asMap().forEach(network::add);
      networks.add(network);
    }
    JsonObject together = Answer.mean(ofNetworks).json(data, augmentations);
    together.addProperty("networks", names.size());
    JsonObject all = new JsonObject();
    all.add("networks", networks);
    all.add("ensemble", together);
    return all.toString();
  }

  String words() {
    if (!isEnsemble()) {
      return ofNetworks.getFirst().words("", data, augmentations);
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      lines.add(ofNetworks.get(i).words(names.get(i) + ": ", data, augmentations));
    }
    String name = "ensemble of %d: ".formatted(names.size());
    lines.add(Answer.mean(ofNetworks).words(name, data, augmentations));
    return String.join(System.lineSeparator(), lines);
  }
}
