package glassbox.cli;

import glassbox.data.DatasetException;
import glassbox.data.Datasets;
import glassbox.data.Framing;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.Inking;
import glassbox.data.Picture;
import glassbox.data.PictureFile;
import glassbox.data.Preparation;
import glassbox.data.Preparation.Stage;
import glassbox.format.ModelFile;
import glassbox.format.ModelFile.Model;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.training.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox predict}: what a saved network takes pictures for. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = "Ask a saved network what pictures show: PNG, JPEG, GIF or BMP, photos too.")
final class PredictCommand implements Callable<Integer> {
  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Parameters(
      index = "0",
      paramLabel = "MODEL_OR_RUN",
      description = "A .safetensors or .onnx file of ours, or a run's folder.")
  private Path modelOrRun = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "Picture files.")
  private List<Path> images = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--raw", description = "Scale pictures to the network's size, nothing else.")
  private boolean raw;

  @Option(
      names = "--invert",
      paramLabel = "auto|yes|no",
      description = "Whether ink is dark; auto: as the pictures' borders show.")
  private Invert invert = Invert.AUTO;

  @Option(names = "--top", paramLabel = "N", description = "So many classes; ${DEFAULT-VALUE}.")
  private int top = 3;

  private int refused;

  /** Which ink a picture has. */
  private enum Invert {
    AUTO(Inking.Polarity.AUTO),
    YES(Inking.Polarity.DARK_INK),
    NO(Inking.Polarity.BRIGHT_INK);

    private final Inking.Polarity polarity;

    Invert(Inking.Polarity polarity) {
      this.polarity = polarity;
    }
  }

  @Override
  public Integer call() throws IOException, BadInputException {
    if (top < 1) {
      throw new BadInputException("cannot predict", "--top", "expected at least 1, got " + top);
    }
    if (raw && invert != Invert.AUTO) {
      throw new BadInputException(
          "cannot predict",
          "--invert",
          "expected it without --raw, which leaves pictures as they are");
    }
    try (Compute compute = computeOptions.open()) {
      Path file = Files.isDirectory(modelOrRun) ? RunFolder.open(modelOrRun).model() : modelOrRun;
      Model model = ModelFile.read(file, compute);
      predict(model, preparation(model, file), compute);
    }
    if (refused > 0) {
      System.err.println(
          "glassbox: cannot answer all pictures, %d of %d, see above"
              .formatted(refused, images.size()));
    }
    return refused > 0 ? Errors.WRONG : 0;
  }

  private void predict(Model model, Preparation preparation, Compute compute) {
    List<Path> read = new ArrayList<>();
    List<Picture> given = new ArrayList<>();
    for (Path image : images) {
      try {
        Picture picture = PictureFile.read(image);
        given.add(preparation.stages(picture).get(Stage.CENTRE));
        read.add(image);
      } catch (DatasetException e) {
        refused++;
        System.err.println("glassbox: " + Errors.message(e));
      }
    }
    if (!given.isEmpty()) {
      Guesses guesses =
          new Guesses(
              read,
              model.classNames(),
              new Evaluator(model.network(), compute).probabilities(set(given)),
              top);
      System.out.print(json ? guesses.json() + System.lineSeparator() : guesses.table());
    }
  }

  private static ImageSet set(List<Picture> pictures) {
    int pixels = pictures.getFirst().gray().length;
    byte[] all = new byte[pictures.size() * pixels];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(pictures.get(i).gray(), 0, all, i * pixels, pixels);
    }
    Picture first = pictures.getFirst();
    return new ImageSet(all, new byte[pictures.size()], first.height(), first.width());
  }

  private Preparation preparation(Model model, Path file) throws BadInputException {
    Preparation like = Preparation.like(framing(model, file));
    return raw
        ? new Preparation(like.framing(), like.inking(), Set.of(Stage.RAW))
        : like.withInking(like.inking().withPolarity(invert.polarity));
  }

  /** That of the images that the network has learned; without them, that of MNIST. */
  private static Framing framing(Model model, Path file) throws BadInputException {
    int pixels = model.network().inputs();
    try {
      ImageDataset data = Datasets.load(model.recipe().dataset());
      if (data.pixelsPerImage() == pixels) {
        return Framing.of(data.train());
      }
    } catch (IOException e) {
      // the data set is not here any more: what its images were like has to be guessed
    }
    int side = (int) Math.round(Math.sqrt(pixels));
    if (side * side != pixels) {
      throw new BadInputException(
          "cannot predict",
          file.toString(),
          "expected its data set %s, or a network for square images, got one for %d pixels"
              .formatted(model.recipe().dataset(), pixels));
    }
    return Framing.likeMnist(side, side);
  }
}
