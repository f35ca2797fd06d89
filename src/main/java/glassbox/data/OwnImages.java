package glassbox.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images of one's own, kept one by one with their labels, of which about every fifth is to test on.
 * As files they are a data set like any other once there is one of each.
 *
 * @param height of every image, in pixels
 * @param width of every image, in pixels
 */
public record OwnImages(int height, int width, List<String> classNames, List<OwnImage> images) {
  private static final int OF_WHICH_ONE_TO_TEST = 5;
  private static final String TRAIN = "train";
  private static final String TEST = "t10k";
  private static final String LABELS = "labels.txt";

  /**
   * One of them.
   *
   * @param pixels height * width bytes, row by row; nobody changes them any more
   * @param isTest whether it is to test on
   */
  public record OwnImage(byte[] pixels, int label, boolean isTest) {}

  public OwnImages {
    classNames = List.copyOf(classNames);
    images = List.copyOf(images);
  }

  /** None yet. */
  public static OwnImages none(int height, int width, List<String> classNames) {
    return new OwnImages(height, width, classNames, List.of());
  }

  /**
   * Whether the next image of a class is one to test on: one in five of all, the first of them as
   * early as can be, and of no class more than its share while others have less.
   */
  public boolean nextIsTest(int label) {
    long tests = images.stream().filter(OwnImage::isTest).count();
    long others = images.size() - tests;
    long ofClass = images.stream().filter(image -> image.label() == label).count();
    long testsOfClass =
        images.stream().filter(image -> image.label() == label && image.isTest()).count();
    boolean due = others > 0 && tests * OF_WHICH_ONE_TO_TEST < images.size() + 1;
    return due && (tests == 0 || testsOfClass * OF_WHICH_ONE_TO_TEST <= ofClass);
  }

  /** These and one more. */
  public OwnImages with(int index, OwnImage image) {
    List<OwnImage> more = new ArrayList<>(images);
    more.add(index, image);
    return new OwnImages(height, width, classNames, more);
  }

  /** These without one. */
  public OwnImages without(OwnImage image) {
    List<OwnImage> fewer = new ArrayList<>(images);
    fewer.removeIf(each -> each == image);
    return new OwnImages(height, width, classNames, fewer);
  }

  /** Whether there is something to learn and something to test on. */
  public boolean isDataset() {
    return images.stream().anyMatch(OwnImage::isTest)
        && images.stream().anyMatch(image -> !image.isTest());
  }

  /** All of them, in their order. */
  public ImageSet all() {
    return set(images);
  }

  private ImageSet set(List<OwnImage> some) {
    byte[] pixels = new byte[some.size() * height * width];
    byte[] labels = new byte[some.size()];
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(some.get(i).pixels(), 0, pixels, i * height * width, height * width);
      labels[i] = (byte) some.get(i).label();
    }
    return new ImageSet(pixels, labels, height, width);
  }

  /** What the files of the data set contain, by name; null for one that is not to be. */
  public Map<String, byte @Nullable []> files() throws IOException {
    Map<String, byte @Nullable []> files = new LinkedHashMap<>();
    addFiles(files, TRAIN, images.stream().filter(image -> !image.isTest()).toList());
    addFiles(files, TEST, images.stream().filter(OwnImage::isTest).toList());
    files.put(
        LABELS,
        (String.join("\n", classNames) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return files;
  }

  private void addFiles(Map<String, byte @Nullable []> files, String part, List<OwnImage> some)
      throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    IdxWriter.writeImages(pixels, set(some));
    IdxWriter.writeLabels(labels, set(some));
    files.put(imagesFile(part), some.isEmpty() ? null : pixels.toByteArray());
    files.put(labelsFile(part), some.isEmpty() ? null : labels.toByteArray());
  }

  private static String imagesFile(String part) {
    return part + "-images-idx3-ubyte";
  }

  private static String labelsFile(String part) {
    return part + "-labels-idx1-ubyte";
  }

  /**
   * Reads what was kept in a folder, which need not be there: those to learn, then those to test
   * on.
   *
   * @throws DatasetException where the files are broken, or are images of another kind
   */
  public static OwnImages read(Path folder, int height, int width, List<String> classNames)
      throws IOException {
    OwnImages none = none(height, width, classNames);
    List<OwnImage> images = new ArrayList<>();
    none.readPart(folder, TRAIN, images);
    none.readPart(folder, TEST, images);
    none.requireSameClasses(folder.resolve(LABELS));
    return new OwnImages(height, width, classNames, images);
  }

  private void readPart(Path folder, String part, List<OwnImage> into) throws IOException {
    Path file = folder.resolve(imagesFile(part));
    if (!Files.exists(file)) {
      return;
    }
    IdxReader.Images images;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      images = IdxReader.readImages(in, file.toString());
    }
    if (images.height() != height || images.width() != width) {
      throw refusal(
          file,
          "%dx%d pixels".formatted(height, width),
          "%dx%d".formatted(images.height(), images.width()));
    }
    byte[] labels = readLabels(folder.resolve(labelsFile(part)), images.count());
    for (int i = 0; i < labels.length; i++) {
      int at = i * height * width;
      byte[] pixels = java.util.Arrays.copyOfRange(images.pixels(), at, at + height * width);
      into.add(new OwnImage(pixels, labels[i] & 0xff, part.equals(TEST)));
    }
  }

  private byte[] readLabels(Path file, int count) throws IOException {
    byte[] labels;
    try (InputStream in = Files.newInputStream(file)) {
      labels = IdxReader.readLabels(in, file.toString());
    }
    if (labels.length != count) {
      throw refusal(file, count + " labels", Integer.toString(labels.length));
    }
    for (byte label : labels) {
      if ((label & 0xff) >= classNames.size()) {
        throw refusal(file, "labels below " + classNames.size(), Integer.toString(label & 0xff));
      }
    }
    return labels;
  }

  private void requireSameClasses(Path file) throws IOException {
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        List<String> names = lines.filter(line -> !line.isBlank()).toList();
        if (!names.equals(classNames)) {
          throw refusal(file, "the classes " + classNames, names.toString());
        }
      }
    }
  }

  private static DatasetException refusal(Path file, String expected, String got) {
    return new DatasetException(
        "cannot read the drawings",
        file.toString(),
        "expected %s, got %s".formatted(expected, got));
  }
}
