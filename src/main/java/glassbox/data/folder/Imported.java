package glassbox.data.folder;

import glassbox.data.ImageDataset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data set made of pictures, not written yet, and what was left out on the way.
 *
 * @param data the images, divided and shuffled
 * @param inverted whether dark became bright
 * @param skipped in the order of their names
 */
public record Imported(ImageDataset data, boolean inverted, List<Skipped> skipped) {
  public Imported {
    skipped = List.copyOf(skipped);
  }

  /** How much was left out for each reason. */
  public Map<String, Integer> skippedByReason() {
    Map<String, Integer> reasons = new TreeMap<>();
    skipped.forEach(each -> reasons.merge(each.reason(), 1, Integer::sum));
    return reasons;
  }
}
