package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.training.Course;
import glassbox.training.History;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * What a report tells.
 *
 * @param title of the run, such as "seed on MNIST"
 * @param course where the epochs end
 * @param predictions of the images that the run is judged by
 * @param classNames one name for each class
 * @param recipeJson the recipe as the run folder keeps it
 * @param changesJson what was changed on the way, as the run folder keeps it; empty for nothing
 * @param figures names and values of the summary, in the order to show them
 */
public record ReportData(
    String title,
    History history,
    Course course,
    Predictions predictions,
    List<String> classNames,
    String recipeJson,
    String changesJson,
    SequencedMap<String, String> figures) {

  public ReportData {
    classNames = List.copyOf(classNames);
    figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    if (classNames.size() != predictions.classes()) {
      throw new IllegalArgumentException(
          "class names must be as many as classes, expected %d, got %d"
              .formatted(predictions.classes(), classNames.size()));
    }
  }

  /** "1 image", "10,000 images". */
  String imageCount() {
    int count = predictions.count();
    return String.format(Locale.ROOT, count == 1 ? "%,d image" : "%,d images", count);
  }
}
