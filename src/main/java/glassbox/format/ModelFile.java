package glassbox.format;

import glassbox.format.Safetensors.Tensor;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Layer;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Statistic;
import glassbox.training.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network's numbers as the state_dict of the equal {@code torch.nn.Sequential}. There a weight is
 * [out, in], here [in x out], so weights are transposed on the way.
 */
public final class ModelFile {
  private static final String RECIPE = "recipe";

  /** A recipe that describes this much more than the file has is refused without a try. */
  private static final long SLACK = 1_000_000;

  private static final String CLASSES = "classes";

  private ModelFile() {}

  /** Writes a network with what is needed to use it: the recipe and the names of the classes. */
  public static void write(Path file, Network network, Recipe recipe, List<String> classNames)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt");
    metadata.put(RECIPE, RecipeJson.write(recipe));
    metadata.put(CLASSES, String.join("\n", classNames));
    Safetensors tensors = new Safetensors(metadata, stateOf(network));
    AtomicFiles.write(file, tensors::write);
  }

  private static Map<String, Tensor> stateOf(Network network) {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (Layer layer : network.layers()) {
      for (Parameter parameter : layer.parameters()) {
        state.put(parameter.name(), tensor(parameter));
      }
      for (Statistic statistic : layer.statistics()) {
        List<Long> shape =
            statistic.isCount() ? List.of() : List.of((long) statistic.values().length);
        state.put(
            statistic.name(), new Tensor(shape, statistic.values().clone(), statistic.isCount()));
      }
    }
    return state;
  }

  private static Tensor tensor(Parameter parameter) {
    Matrix value = parameter.value();
    if (parameter.isVector()) {
      return new Tensor(List.of((long) value.columns()), value.values().clone(), false);
    }
    return new Tensor(
        List.of((long) value.columns(), (long) value.rows()), transposed(value), false);
  }

  static float[] transposed(Matrix value) {
    float[] out = new float[value.size()];
    for (int row = 0; row < value.rows(); row++) {
      for (int column = 0; column < value.columns(); column++) {
        out[column * value.rows() + row] = value.get(row, column);
      }
    }
    return out;
  }

  /**
   * Sets a network's numbers from a file, all of them or none.
   *
   * @throws FormatException where a tensor is missing, too many or of another shape
   */
  public static void load(Path file, Network network) throws IOException {
    load(Safetensors.read(file), file.toString(), network);
  }

  private static void load(Safetensors from, String where, Network network) throws FormatException {
    Map<String, Tensor> wanted = stateOf(network);
    for (Map.Entry<String, Tensor> entry : wanted.entrySet()) {
      Tensor got = from.tensors().get(entry.getKey());
      if (got == null && entry.getValue().isCount()) {
        continue; // a count decides nothing; not every program writes it
      }
      if (got == null || !got.shape().equals(entry.getValue().shape())) {
        throw new FormatException(
            "cannot use the model",
            where,
            "expected tensor %s of shape %s, got %s"
                .formatted(
                    entry.getKey(),
                    entry.getValue().shape(),
                    got == null ? "none" : "shape " + got.shape()));
      }
    }
    for (String name : from.tensors().keySet()) {
      if (!wanted.containsKey(name)) {
        throw new FormatException(
            "cannot use the model", where, "expected no tensor %s, got one".formatted(name));
      }
    }
    for (Parameter parameter : network.parameters()) {
      set(parameter.value(), tensorOf(from, parameter.name()));
    }
    for (Statistic statistic : network.statistics()) {
      if (from.tensors().containsKey(statistic.name())) {
        float[] values = tensorOf(from, statistic.name()).values();
        System.arraycopy(values, 0, statistic.values(), 0, values.length);
      }
    }
  }

  private static Tensor tensorOf(Safetensors from, String name) {
    Tensor tensor = from.tensors().get(name);
    if (tensor == null) {
      throw new IllegalStateException("checked above: " + name);
    }
    return tensor;
  }

  private static void set(Matrix value, Tensor tensor) {
    for (int row = 0; row < value.rows(); row++) {
      for (int column = 0; column < value.columns(); column++) {
        value.set(row, column, tensor.values()[column * value.rows() + row]);
      }
    }
  }

  /** A network that was read, with the recipe and the classes that it was trained for. */
  public record Model(Network network, Recipe recipe, List<String> classNames) {}

  /** Builds the network that a file of ours, safetensors or ONNX, describes. */
  public static Model read(Path file, Compute compute) throws IOException {
    Safetensors tensors =
        file.toString().endsWith(".onnx") ? OnnxFile.read(file) : Safetensors.read(file);
    String where = file.toString();
    String recipeText = tensors.metadata().get(RECIPE);
    String classes = tensors.metadata().get(CLASSES);
    if (recipeText == null || classes == null) {
      throw new FormatException(
          "cannot use the model",
          where,
          "expected a model saved by Glassbox, with its recipe and classes, got none of them");
    }
    Recipe recipe = RecipeJson.parse(recipeText, where);
    List<String> classNames = classes.lines().toList();
    try {
      Network network = new Network(recipe.network(), pixels(tensors, recipe, where), 1, compute);
      load(tensors, where, network);
      if (network.outputs() != classNames.size()) {
        throw new IllegalArgumentException(
            "expected %d names of classes, got %d".formatted(network.outputs(), classNames.size()));
      }
      return new Model(network, recipe, classNames);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new FormatException("cannot use the model", where, String.valueOf(e.getMessage()));
    }
  }

  /**
   * D of the first layer, by its first weight: [out, in], or [in] of batch norm. Refused where the
   * recipe describes more numbers than the file has, before memory is taken for them.
   */
  private static int pixels(Safetensors tensors, Recipe recipe, String where)
      throws FormatException {
    long numbers = 0;
    for (Tensor tensor : tensors.tensors().values()) {
      numbers += tensor.values().length;
    }
    for (int i = 0; i < recipe.network().size(); i++) {
      Tensor weight = tensors.tensors().get(i + ".weight");
      if (weight != null && !weight.shape().isEmpty()) {
        int pixels = Math.toIntExact(weight.shape().getLast());
        long wanted = Network.parameterCount(recipe.network(), pixels);
        if (pixels < 1 || wanted > numbers + SLACK) {
          throw new FormatException(
              "cannot use the model",
              where,
              "expected %,d numbers for its recipe, got %,d".formatted(wanted, numbers));
        }
        return pixels;
      }
    }
    throw new FormatException(
        "cannot use the model", where, "expected the weights of its recipe, got none");
  }
}
