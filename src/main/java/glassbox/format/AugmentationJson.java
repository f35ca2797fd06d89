package glassbox.format;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import glassbox.data.Augmentation;
import glassbox.data.Augmentation.Cutout;
import org.jspecify.annotations.Nullable;

/** The key {@code augmentation} of a recipe; what it leaves out is switched off. */
final class AugmentationJson {
  private static final int CUTOUT_SIZE = 8;

  private AugmentationJson() {}

  /** Reads a section, or null where there is none. */
  static @Nullable Augmentation read(@Nullable JsonSection section) throws FormatException {
    if (section == null) {
      return null;
    }
    Augmentation none = Augmentation.NONE;
    Augmentation augmentation =
        new Augmentation(
            section.number("rotate", none.rotate()),
            section.number("scale", none.scale()),
            section.number("shear", none.shear()),
            section.number("shift", none.shift()),
            section.number("elastic", none.elastic()),
            section.number("flip", none.flip()),
            cutout(section.sectionOrNull("cutout")),
            section.number("clean", none.clean()),
            section.number("weakEpochs", none.weakEpochs()),
            section.number("weakStrength", none.weakStrength()));
    section.refuseOthers();
    return augmentation;
  }

  private static @Nullable Cutout cutout(@Nullable JsonSection section) throws FormatException {
    if (section == null) {
      return null;
    }
    Cutout cutout =
        new Cutout(
            section.count("size", CUTOUT_SIZE, "in [1, 1024]"), section.number("probability", 1));
    section.refuseOthers();
    return cutout;
  }

  /** The section with every key present, in the order of the documentation. */
  static JsonElement of(@Nullable Augmentation augmentation) {
    if (augmentation == null) {
      return JsonNull.INSTANCE;
    }
    JsonObject json = new JsonObject();
    json.addProperty("rotate", augmentation.rotate());
    json.addProperty("scale", augmentation.scale());
    json.addProperty("shear", augmentation.shear());
    json.addProperty("shift", augmentation.shift());
    json.addProperty("elastic", augmentation.elastic());
    json.addProperty("flip", augmentation.flip());
    json.add("cutout", ofCutout(augmentation.cutout()));
    json.addProperty("clean", augmentation.clean());
    json.addProperty("weakEpochs", augmentation.weakEpochs());
    json.addProperty("weakStrength", augmentation.weakStrength());
    return json;
  }

  private static JsonElement ofCutout(@Nullable Cutout cutout) {
    if (cutout == null) {
      return JsonNull.INSTANCE;
    }
    JsonObject json = new JsonObject();
    json.addProperty("size", cutout.size());
    json.addProperty("probability", cutout.probability());
    return json;
  }
}
