package glassbox.data.folder;

import glassbox.data.DatasetException;
import glassbox.data.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A data set from anywhere: IDX files as they are, or pictures in class folders. */
public final class OwnData {
  private OwnData() {}

  /** Whether pictures in folders are there, and no IDX files. */
  public static boolean isPictures(Path path) {
    if (Datasets.isIdx(path)) {
      return false;
    }
    Listing listing = new Listing(path.toString(), (done, all) -> true);
    try {
      PictureSource.at(path).list(listing);
    } catch (IOException e) {
      return !listing.pictures().isEmpty();
    }
    return listing.pictures().stream().anyMatch(name -> name.contains("/"));
  }

  /**
   * Reads either; IDX files keep their size and their parts.
   *
   * @throws DatasetException in one line, where it is neither
   */
  public static Imported read(Path path, ImportOptions options, ImportProgress progress)
      throws IOException {
    return Datasets.isIdx(path)
        ? new Imported(Datasets.load(path.toString()), false, List.of())
        : ImageFolder.read(path, options, progress);
  }
}
