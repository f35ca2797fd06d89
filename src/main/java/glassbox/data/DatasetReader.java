package glassbox.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a data set together from its four IDX files under their usual names, plain or gzipped, and
 * an optional {@code labels.txt} with a class name a line.
 */
final class DatasetReader {
  static final int MOST_CLASSES = 256;
  private static final int LONGEST_LABELS_FILE = 1 << 16;

  private final String name;
  private final Path path;
  private IdxReader.@Nullable Images trainImages;
  private byte @Nullable [] trainLabels;
  private IdxReader.@Nullable Images testImages;
  private byte @Nullable [] testLabels;
  private @Nullable List<String> classNames;

  private DatasetReader(String name, Path path) {
    this.name = name;
    this.path = path;
  }

  /** Reads the folder or archive at a path. */
  static ImageDataset read(String name, Path path) throws IOException {
    DatasetReader reader = new DatasetReader(name, path);
    DatasetFiles.walk(path, reader::take);
    return reader.assemble();
  }

  /** Whether there are IDX images to train on, whatever else is there or is missing. */
  static boolean isIdx(Path path) {
    boolean[] found = {false};
    try {
      DatasetFiles.walk(
          path, (file, content) -> found[0] |= file.matches("train-images[.-]idx3-ubyte(\\.gz)?"));
    } catch (IOException e) {
      return found[0]; // a broken archive may be one of IDX files all the same
    }
    return found[0];
  }

  private void take(String file, InputStream content) throws IOException {
    String plain = file.endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
    String role = plain.replace(".idx", "-idx");
    String where = path.resolve(file).toString();
    switch (role) {
      case "train-images-idx3-ubyte" ->
          trainImages = IdxReader.readImages(unpacked(content, file, where), where);
      case "train-labels-idx1-ubyte" ->
          trainLabels = IdxReader.readLabels(unpacked(content, file, where), where);
      case "t10k-images-idx3-ubyte" ->
          testImages = IdxReader.readImages(unpacked(content, file, where), where);
      case "t10k-labels-idx1-ubyte" ->
          testLabels = IdxReader.readLabels(unpacked(content, file, where), where);
      case "labels.txt" -> classNames = readClassNames(content, where);
      default -> {} // not part of a data set
    }
  }

  private static InputStream unpacked(InputStream content, String file, String where)
      throws IOException {
    if (!file.endsWith(".gz")) {
      return content;
    }
    try {
      return new GzipCompressorInputStream(content, true);
    } catch (IOException e) {
      throw new DatasetException(
          "cannot read the data set",
          where,
          "expected a gzip file, got: " + Objects.requireNonNullElse(e.getMessage(), "its end"));
    }
  }

  private static List<String> readClassNames(InputStream in, String where) throws IOException {
    byte[] bytes;
    try {
      bytes = in.readNBytes(LONGEST_LABELS_FILE + 1);
    } catch (IOException e) {
      throw new DatasetException(
          "cannot read the class names", where, "expected a text, got: " + e.getMessage());
    }
    if (bytes.length > LONGEST_LABELS_FILE) {
      throw new DatasetException(
          "cannot read the class names", where, "expected at most 64 KiB, got more");
    }
    List<String> names =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replace("\uFEFF", "").strip()) // some editors begin with a mark
            .filter(line -> !line.isEmpty())
            .toList();
    if (names.isEmpty() || names.size() > MOST_CLASSES) {
      throw new DatasetException(
          "cannot read the class names",
          where,
          "expected 1 to %d lines, got %d".formatted(MOST_CLASSES, names.size()));
    }
    return names;
  }

  private ImageDataset assemble() throws DatasetException {
    IdxReader.Images trainPixels = present(trainImages, "train-images-idx3-ubyte");
    byte[] trainClasses = present(trainLabels, "train-labels-idx1-ubyte");
    IdxReader.Images testPixels = present(testImages, "t10k-images-idx3-ubyte");
    byte[] testClasses = present(testLabels, "t10k-labels-idx1-ubyte");
    if (trainPixels.height() != testPixels.height() || trainPixels.width() != testPixels.width()) {
      throw refusal(
          "expected test images of the training images' size %dx%d, got %dx%d",
          trainPixels.height(), trainPixels.width(), testPixels.height(), testPixels.width());
    }
    List<String> names =
        classNames == null ? numbered(trainClasses, testClasses) : List.copyOf(classNames);
    return new ImageDataset(
        name,
        imageSet(trainPixels, trainClasses, names, "train-labels-idx1-ubyte"),
        imageSet(testPixels, testClasses, names, "t10k-labels-idx1-ubyte"),
        names);
  }

  private <T> T present(@Nullable T part, String file) throws DatasetException {
    if (part == null) {
      throw refusal("expected a file %s (or .gz), got none", file);
    }
    return part;
  }

  private ImageSet imageSet(
      IdxReader.Images images, byte[] labels, List<String> names, String labelsFile)
      throws DatasetException {
    if (images.count() != labels.length) {
      throw refusal(
          "expected as many labels in %s as there are images, got %,d images and %,d labels",
          labelsFile, images.count(), labels.length);
    }
    for (int i = 0; i < labels.length; i++) {
      if ((labels[i] & 0xff) >= names.size()) {
        throw refusal(
            "expected labels below %2$d (the lines of labels.txt) in %1$s, got %3$d at image %4$d",
            labelsFile, names.size(), labels[i] & 0xff, i);
      }
    }
    return new ImageSet(images.pixels(), labels, images.height(), images.width());
  }

  /** "0" to the largest label. */
  private static List<String> numbered(byte[] trainClasses, byte[] testClasses) {
    int largest = 0;
    for (byte[] labels : List.of(trainClasses, testClasses)) {
      for (byte label : labels) {
        largest = Math.max(largest, label & 0xff);
      }
    }
    List<String> names = new ArrayList<>();
    for (int c = 0; c <= largest; c++) {
      names.add(Integer.toString(c));
    }
    return names;
  }

  private DatasetException refusal(String format, Object... values) {
    return new DatasetException(
        "cannot read the data set", path.toString(), format.formatted(values));
  }
}
