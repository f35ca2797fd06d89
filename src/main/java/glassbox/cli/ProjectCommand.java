package glassbox.cli;

import glassbox.analysis.Placement;
import glassbox.analysis.Predictions;
import glassbox.analysis.Projection;
import glassbox.analysis.Projection.Method;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.Split;
import glassbox.format.ImageMap;
import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.Activations;
import glassbox.training.Evaluator;
import glassbox.training.HiddenLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox project}: places a run's images on a plane, by their pixels or a layer. */
@Command(
    name = "project",
    mixinStandardHelpOptions = true,
    description = "Place images on a plane so that like lies by like, as a table or a picture.")
final class ProjectCommand implements Callable<Integer> {
  private static final String PIXELS = "pixels";

  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Parameters(paramLabel = "RUN", description = "A run's folder.")
  private Path run = Path.of("");

  @Option(
      names = "--method",
      required = true,
      paramLabel = "M",
      description = "pca, tsne (at its best for some thousand images) or umap.")
  private Method method = Method.PCA;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = "F.csv (index,label,predicted,x,y) or F.png (dots with a legend).")
  private Path out = Path.of("");

  @Option(
      names = "--layer",
      paramLabel = "L",
      description = "pixels, or the number of a hidden layer, counted from 1; default: pixels.")
  private String layer = PIXELS;

  @Option(
      names = "--images",
      paramLabel = "N",
      description = "So many, evenly spread; default: all.")
  private @Nullable Integer images;

  /** Which images. */
  enum Part {
    TEST,
    VALIDATION,
    TRAINING
  }

  @Option(
      names = "--part",
      paramLabel = "P",
      description = "test, validation (held out in training) or training; default: test.")
  private Part part = Part.TEST;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of what is random; default: the run's.")
  private @Nullable Long seed;

  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "Another data set than the one that the network was trained on.")
  private @Nullable String dataset;

  @Override
  public Integer call() throws IOException, BadInputException {
    String ending = out.toString().toLowerCase(Locale.ROOT).replaceAll(".*(?=\\.)", "");
    if (!List.of(".csv", ".png").contains(ending)) {
      throw refused("--out " + out, "expected a name that ends with .csv or .png");
    }
    RunFolder folder = RunFolder.open(run);
    try (Compute compute = computeOptions.open()) {
      Model model = ModelFile.read(folder.model(), compute);
      ImageDataset data = Datasets.load(dataset == null ? model.recipe().dataset() : dataset);
      Fit.require("cannot use the model", model, data, String.valueOf(folder.model()));
      ImageMap map = place(model, data, compute);
      if (".csv".equals(ending)) {
        map.writeCsv(out.toAbsolutePath());
      } else {
        map.writePng(out.toAbsolutePath());
      }
    }
    return 0;
  }

  private ImageMap place(Model model, ImageDataset data, Compute compute) throws BadInputException {
    ImageSet all = partOf(model, data);
    int[] chosen = chosen(all);
    @Nullable HiddenLayer hidden = layerOf(model);
    Matrix x =
        hidden == null
            ? Activations.pixels(all, chosen)
            : new Activations(model.network(), compute).of(hidden, all, chosen);
    String where = hidden == null ? "pixels" : "hidden layer " + hidden.number();
    PlacingProgress progress = new PlacingProgress("%s of %s".formatted(method.title(), where));
    Matrix positions =
        Projection.of(method, seed == null ? model.recipe().seed() : seed)
            .place(x, compute, progress);
    progress.end();
    if (positions == null) {
      throw new IllegalStateException("the placing was called off, though nobody can");
    }
    Predictions answers =
        new Predictions(all, new Evaluator(model.network(), compute).probabilities(all));
    String title =
        "Glassbox on %s · %s of %s".formatted(Datasets.title(data.name()), method.title(), where);
    return new ImageMap(title, answers, new Placement(chosen, positions), data.classNames());
  }

  private ImageSet partOf(Model model, ImageDataset data) throws BadInputException {
    if (part == Part.TEST) {
      return data.test();
    }
    int held = model.recipe().validation();
    if (held >= data.train().count()) {
      throw refused(
          "--part",
          "expected more than %d training images, as many as the run holds out, got %d"
              .formatted(held, data.train().count()));
    }
    Split split = Split.holdOut(data.train(), held);
    ImageSet found = part == Part.VALIDATION ? split.heldOut() : split.learned();
    if (found.count() == 0) {
      throw refused(
          "--part " + part.name().toLowerCase(Locale.ROOT), "expected such images, got none");
    }
    return found;
  }

  private int[] chosen(ImageSet all) throws BadInputException {
    int count = images == null ? all.count() : images;
    if (count < 1 || count > all.count()) {
      throw refused(
          "--images", "expected a number in [1, %d], got %d".formatted(all.count(), count));
    }
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = (int) ((long) i * all.count() / count);
    }
    return chosen;
  }

  /** Null for the pixels. */
  private @Nullable HiddenLayer layerOf(Model model) throws BadInputException {
    List<HiddenLayer> hidden = HiddenLayer.of(model.network().specs());
    if (PIXELS.equals(layer)) {
      return null;
    }
    for (HiddenLayer each : hidden) {
      if (layer.equals(Integer.toString(each.number()))) {
        return each;
      }
    }
    String expected =
        hidden.isEmpty()
            ? "expected pixels, for the network has no hidden layer"
            : "expected pixels or a hidden layer in [1, %d]".formatted(hidden.size());
    throw refused("--layer", expected + ", got " + layer);
  }

  private static BadInputException refused(String where, String expectedAndGot) {
    return new BadInputException("cannot place the images", where, expectedAndGot);
  }
}
