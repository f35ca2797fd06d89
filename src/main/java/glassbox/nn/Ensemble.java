package glassbox.nn;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Several networks as one. Their units stand side by side, layer by layer, and know nothing of each
 * other: between the units of two members the weights are 0. The last layer takes the mean of their
 * logits, so softmax gives the geometric mean of their probabilities, made to add up to 1 (Hinton
 * 2002, products of experts). What comes out is a network like any other.
 */
public final class Ensemble {
  private final List<Network> members;
  private final List<List<Layer>> stacks;

  private Ensemble(List<Network> members) {
    this.members = members;
    stacks = members.stream().map(Ensemble::answeringLayers).toList();
  }

  /**
   * The network that answers for all members; nobody trains it, so dropout is left out.
   *
   * @param members with the same inputs, classes and kinds of layers; their widths may differ
   * @throws IllegalArgumentException naming the member that does not fit the first
   */
  public static Network of(List<Network> members, Compute compute) {
    return new Ensemble(List.copyOf(members)).joined(compute);
  }

  private static boolean answers(LayerSpec spec) {
    return !(spec instanceof LayerSpec.DropoutSpec);
  }

  private static List<Layer> answeringLayers(Network network) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      if (answers(network.specs().get(i))) {
        layers.add(network.layers().get(i));
      }
    }
    return layers;
  }

  private static List<LayerSpec> answeringSpecs(Network network) {
    return network.specs().stream().filter(Ensemble::answers).toList();
  }

  private Network joined(Compute compute) {
    Network first = members.getFirst();
    for (int i = 1; i < members.size(); i++) {
      requireFits(members.get(i), i + 1);
    }
    if (!(answeringSpecs(first).getFirst() instanceof LayerSpec.DenseSpec)) {
      throw new IllegalArgumentException(
          "expected networks that begin with a dense layer, got "
              + answeringSpecs(first).getFirst().text());
    }
    Network joined = new Network(specs(), first.inputs(), 1, compute);
    joined.parameters().forEach(parameter -> parameter.value().fill(0)); // scales are born as 1
    int last = joined.layers().size() - 1;
    for (int layer = 0; layer <= last; layer++) {
      int inputs = 0;
      int outputs = 0;
      for (List<Layer> stack : stacks) {
        Layer from = stack.get(layer);
        Place place = new Place(inputs, outputs, layer == last ? 1f / stacks.size() : 1);
        place.addParameters(from, joined.layers().get(layer));
        place.setStatistics(from, joined.layers().get(layer));
        inputs += layer == 0 ? 0 : from.inputs(); // all look at the same image
        outputs += layer == last ? 0 : from.outputs(); // and answer the same question
      }
    }
    return joined;
  }

  private void requireFits(Network member, int number) {
    String wanted = shape(members.getFirst());
    String got = shape(member);
    if (!got.equals(wanted)) {
      throw new IllegalArgumentException(
          "expected network %d to be built like the first (%s), got %s"
              .formatted(number, wanted, got));
    }
  }

  /** "784 pixels, dense, relu, dense, 10 classes". */
  private static String shape(Network network) {
    StringBuilder shape = new StringBuilder(network.inputs() + " pixels");
    for (LayerSpec spec : answeringSpecs(network)) {
      shape.append(", ").append(spec instanceof LayerSpec.DenseSpec ? "dense" : spec.text());
    }
    return shape.append(", ").append(network.outputs()).append(" classes").toString();
  }

  private List<LayerSpec> specs() {
    List<LayerSpec> specs = new ArrayList<>(answeringSpecs(members.getFirst()));
    for (int i = 0; i < specs.size() - 1; i++) {
      if (specs.get(i) instanceof LayerSpec.DenseSpec) {
        int layer = i;
        int units = stacks.stream().mapToInt(stack -> stack.get(layer).outputs()).sum();
        specs.set(i, new LayerSpec.DenseSpec(units));
      }
    }
    return specs;
  }

  /**
   * Where a member's layer stands in that of all.
   *
   * @param inputs of the members before it
   * @param outputs of the members before it
   * @param share by which its numbers are multiplied
   */
  private record Place(int inputs, int outputs, float share) {
    void addParameters(Layer from, Layer to) {
      for (int i = 0; i < from.parameters().size(); i++) {
        Parameter source = from.parameters().get(i);
        int row = source.isVector() ? 0 : inputs;
        add(source.value(), to.parameters().get(i).value(), row);
      }
    }

    private void add(Matrix source, Matrix target, int firstRow) {
      for (int row = 0; row < source.rows(); row++) {
        for (int column = 0; column < source.columns(); column++) {
          float sum = target.get(firstRow + row, outputs + column);
          target.set(firstRow + row, outputs + column, sum + share * source.get(row, column));
        }
      }
    }

    void setStatistics(Layer from, Layer to) {
      for (int i = 0; i < from.statistics().size(); i++) {
        Statistic source = from.statistics().get(i);
        float[] target = to.statistics().get(i).values();
        int at = source.isCount() ? 0 : outputs;
        System.arraycopy(source.values(), 0, target, at, source.values().length);
      }
    }
  }
}
