package glassbox.cli;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code glassbox datasets}: what there is to train on. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = "List the data sets that come with the program.")
final class DatasetsCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    for (Datasets.Bundled bundled : Datasets.BUNDLED) {
      ImageDataset data = Datasets.load(bundled.name());
      System.out.printf(
          Locale.ROOT,
          "%-14s %,7d training and %,7d test images of %dx%d, %d classes: %s%n",
          bundled.name(),
          data.train().count(),
          data.test().count(),
          data.train().height(),
          data.train().width(),
          data.classes(),
          String.join(", ", data.classNames()));
    }
    System.out.println(
        "Any other: --dataset with a folder, .zip or .tar.gz that holds the four IDX files.");
    return 0;
  }
}
