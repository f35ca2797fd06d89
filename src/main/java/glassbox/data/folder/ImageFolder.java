package glassbox.data.folder;

import glassbox.data.DatasetException;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.PictureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Makes a data set of pictures that stand in a folder for each class, in a folder or an archive.
 * Whatever is no picture, or a broken one, is left out, named and counted. Nothing that is read is
 * changed. On the caller's thread.
 */
public final class ImageFolder {
  /** More classes are refused. */
  public static final int MOST_CLASSES = 256;

  /** All images together have at most so many pixels. */
  static final long MOST_PIXELS = 1L << 29;

  private final Path path;
  private final ImportOptions options;
  private final ImportProgress progress;
  private final List<Skipped> skipped = new ArrayList<>();
  private List<String> classNames = List.of();

  private ImageFolder(Path path, ImportOptions options, ImportProgress progress) {
    this.path = path;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Reads all pictures.
   *
   * @param path a folder, {@code .zip}, {@code .tar.gz} or {@code .tgz}
   * @throws DatasetException in one line, where no data set can be made of it
   * @throws CancellationException where the progress says so
   */
  public static Imported read(Path path, ImportOptions options, ImportProgress progress)
      throws IOException {
    return new ImageFolder(path, options, progress).read();
  }

  private Imported read() throws IOException {
    PictureSource source = PictureSource.at(path);
    Listing listing = new Listing(path.toString(), progress);
    source.list(listing);
    skipped.addAll(listing.skipped());
    Samples samples = new Samples(named(listing), options);
    readAll(source, samples);
    noteEmptyClasses(listing, samples);
    boolean inverted = samples.invert();
    ImageDataset data = dataset(samples, Division.of(samples, options));
    skipped.sort(Comparator.comparing(Skipped::name, NaturalOrder.INSTANCE));
    return new Imported(data, inverted, skipped);
  }

  /** Gives every picture its class, before any is read. */
  private List<Samples.Named> named(Listing listing) throws DatasetException {
    List<String> pictures = listing.pictures();
    ClassFolders folders = new ClassFolders(pictures);
    Set<String> names = ClassFolders.sorted();
    for (String picture : pictures) {
      String name = folders.classOf(picture);
      if (name == null) {
        skipped.add(new Skipped(picture, "in no class folder"));
      } else {
        names.add(name);
      }
    }
    classNames = List.copyOf(names);
    requireSize(pictures.size());
    Map<String, Integer> labels = new HashMap<>();
    classNames.forEach(name -> labels.put(name, labels.size()));
    List<Samples.Named> named = new ArrayList<>();
    for (String picture : pictures) {
      Integer label = labels.get(folders.classOf(picture));
      if (label != null) {
        named.add(new Samples.Named(picture, label, folders.useOf(picture)));
      }
    }
    return named;
  }

  private void requireSize(int pictures) throws DatasetException {
    if (classNames.size() < 2) {
      throw PictureSource.refusal(
          path,
          "expected a folder for each class with .png, .jpg, .gif or .bmp pictures in it, got "
              + (classNames.isEmpty() ? "none" : "one class alone: " + classNames.getFirst()));
    }
    if (classNames.size() > MOST_CLASSES) {
      throw PictureSource.refusal(
          path,
          "expected at most %d class folders, got %,d".formatted(MOST_CLASSES, classNames.size()));
    }
    long most = MOST_PIXELS / ((long) options.height() * options.width());
    if (pictures > most) {
      throw PictureSource.refusal(
          path,
          "expected at most %,d pictures to make images of %dx%d, got %,d"
              .formatted(most, options.height(), options.width(), pictures));
    }
  }

  private void readAll(PictureSource source, Samples samples) throws IOException {
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < samples.count(); i++) {
      indices.put(samples.named(i).name(), i);
    }
    source.read(
        indices.keySet(),
        new PictureSource.Visitor() {
          private int done;

          @Override
          public void read(String name, byte[] content) {
            step();
            try {
              samples.put(index(name), PictureFile.decode(content, name));
            } catch (DatasetException e) {
              skipped.add(new Skipped(name, reason(name, e)));
            }
          }

          @Override
          public void unreadable(String name, String why) {
            step();
            skipped.add(new Skipped(name, why));
          }

          private int index(String name) {
            return Objects.requireNonNull(indices.get(name), name);
          }

          private void step() {
            if (!progress.goOn(++done, samples.count())) {
              throw new CancellationException();
            }
          }
        });
  }

  /** The reader's words, without the name, which stands beside them. */
  private static String reason(String name, DatasetException refused) {
    String words = String.valueOf(refused.getMessage());
    return words.substring(words.indexOf(name) + name.length()).replaceFirst("^, ", "");
  }

  /** Classes of which no picture was read are none. */
  private void noteEmptyClasses(Listing listing, Samples samples) {
    Set<String> empty = new ClassFolders(listing.pictures()).classesOf(listing.folders());
    Set<Integer> used = samples.byClass().keySet();
    used.forEach(label -> empty.remove(classNames.get(label)));
    empty.forEach(name -> skipped.add(new Skipped(name, "a class folder without a picture")));
  }

  private ImageDataset dataset(Samples samples, Division division) throws DatasetException {
    List<Integer> used = List.copyOf(samples.byClass().keySet());
    if (used.size() < 2 || division.train().isEmpty() || division.test().isEmpty()) {
      throw PictureSource.refusal(
          path,
          "expected pictures of at least two classes to train and to test on, "
              + "got %,d of %,d that can be used, of %d classes"
                  .formatted(
                      division.train().size() + division.test().size(),
                      samples.count(),
                      used.size()));
    }
    List<String> names = used.stream().map(classNames::get).toList();
    return new ImageDataset(
        path.toString(),
        imageSet(samples, division.train(), used),
        imageSet(samples, division.test(), used),
        names);
  }

  private ImageSet imageSet(Samples samples, List<Integer> indices, List<Integer> used) {
    int perImage = options.height() * options.width();
    byte[] pixels = new byte[indices.size() * perImage];
    byte[] labels = new byte[indices.size()];
    for (int i = 0; i < labels.length; i++) {
      int index = indices.get(i);
      System.arraycopy(samples.pixels(index), 0, pixels, i * perImage, perImage);
      labels[i] = (byte) used.indexOf(samples.named(index).label());
    }
    return new ImageSet(pixels, labels, options.height(), options.width());
  }
}
