package glassbox.data;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The data sets that come with the program, and any other by its path. */
public final class Datasets {
  /**
   * One that comes with the program.
   *
   * @param name as a recipe writes it
   * @param title as people write it
   * @param folder where it stands in the project
   */
  public record Bundled(String name, String title, String folder) {}

  public static final List<Bundled> BUNDLED =
      List.of(
          new Bundled("mnist", "MNIST", "assets/mnist"),
          new Bundled("fashion-mnist", "Fashion-MNIST", "fashionMNIST"));

  private Datasets() {}

  /**
   * Loads a bundled data set by its name, or one from a folder or archive by its path.
   *
   * @throws DatasetException in one line, where it cannot be read
   */
  public static ImageDataset load(String nameOrPath) throws IOException {
    ImageDataset data = read(nameOrPath);
    data.train().prepare();
    data.test().prepare();
    return data;
  }

  private static ImageDataset read(String nameOrPath) throws IOException {
    for (Bundled bundled : BUNDLED) {
      if (bundled.name().equals(nameOrPath)) {
        return DatasetReader.read(nameOrPath, folderOf(bundled));
      }
    }
    try {
      return DatasetReader.read(nameOrPath, Path.of(nameOrPath));
    } catch (InvalidPathException e) {
      throw new DatasetException(
          "cannot read the data set", nameOrPath, "expected a path, got: " + e.getReason());
    }
  }

  /** Whether a folder or archive has IDX images to train on. */
  public static boolean isIdx(Path path) {
    return DatasetReader.isIdx(path);
  }

  /** The name that people use: MNIST for {@code mnist}, the last part of a path. */
  public static String title(String nameOrPath) {
    return BUNDLED.stream()
        .filter(bundled -> bundled.name().equals(nameOrPath))
        .map(Bundled::title)
        .findFirst()
        .orElseGet(() -> nameOrPath.replaceAll(".*[/\\\\](?=.)", ""));
  }

  /**
   * Where a bundled data set stands: beside the packaged program (system property {@code
   * glassbox.data}), in the working folder, or in the project that the classes were built in.
   */
  private static Path folderOf(Bundled bundled) throws DatasetException {
    String packaged = System.getProperty("glassbox.data", "");
    return Stream.of(
            Path.of(packaged.isEmpty() ? bundled.folder() : packaged).resolve(bundled.name()),
            Path.of(bundled.folder()),
            projectFolder().resolve(bundled.folder()))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() ->
            new DatasetException(
                "cannot find the data set " + bundled.title(),
                bundled.folder(),
                "expected the folder in the working folder or beside the program, got none"));
  }

  /** Two above target/classes, or where the program's jar is. */
  private static Path projectFolder() {
    try {
      Path code =
          Path.of(Datasets.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = code.resolve("..").resolve("..").normalize();
      return folder;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Path.of("");
    }
  }
}
