package glassbox.ui.gallery;

import glassbox.data.ImageSet;
import glassbox.ui.controls.GrayImages;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Pictures of the images that were seen last, in their own size. */
final class Thumbnails {
  private static final int MOST_PIXELS = 4 << 20;

  private final Map<Integer, Image> pictures = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable ImageSet images;

  Image of(ImageSet set, int image) {
    if (set != images) {
      pictures.clear();
      images = set;
    }
    Image picture =
        pictures.computeIfAbsent(
            image, i -> GrayImages.enlarged(set.image(i), set.height(), set.width(), 1));
    if (pictures.size() > MOST_PIXELS / set.pixelsPerImage()) {
      pictures.remove(pictures.keySet().iterator().next());
    }
    return picture;
  }
}
