package glassbox.data;

import java.util.List;

/**
 * A data set: images to train on, images to test on, and what their labels mean.
 *
 * @param name {@code mnist}, {@code fashion-mnist}, or the path that it came from
 * @param classNames one name for each of the C classes
 */
public record ImageDataset(String name, ImageSet train, ImageSet test, List<String> classNames) {
  public ImageDataset {
    classNames = List.copyOf(classNames);
  }

  /** C. */
  public int classes() {
    return classNames.size();
  }

  /** D. */
  public int pixelsPerImage() {
    return train.pixelsPerImage();
  }

  /** Tells data sets of the same name apart: a checksum of all pixels and labels. */
  public String checksum() {
    return "%08x%08x".formatted(train.checksum(), test.checksum());
  }
}
