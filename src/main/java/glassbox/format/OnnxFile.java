package glassbox.format;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import glassbox.linalg.Matrix;
import glassbox.nn.BatchNorm;
import glassbox.nn.LayerSpec;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.nn.Statistic;
import glassbox.training.Recipe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * A network in the Open Neural Network Exchange format, as it answers: batch norm by its running
 * statistics, dropout left out, softmax at the end. Input {@code images} [N, pixels] as value/255,
 * output {@code probabilities} [N, classes].
 */
public final class OnnxFile {
  static final String RECIPE = "recipe";
  static final String CLASSES = "classes";
  private static final int IR_VERSION = 9;
  private static final int OPERATORS = 20; // the first with an exact GELU

  private OnnxFile() {}

  /** Writes a network with the recipe and class names that it belongs to. */
  public static void write(Path file, Network network, Recipe recipe, List<String> classNames)
      throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("Glassbox")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
            .addMetadataProps(property(RECIPE, RecipeJson.write(recipe)))
            .addMetadataProps(property(CLASSES, String.join("\n", classNames)))
            .setGraph(graph(network))
            .build();
    AtomicFiles.write(file, model::writeTo);
  }

  private static StringStringEntryProto property(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private static GraphProto graph(Network network) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("glassbox")
            .addInput(value("images", network.inputs()))
            .addOutput(value("probabilities", network.outputs()));
    network.parameters().forEach(parameter -> graph.addInitializer(tensor(parameter)));
    for (Statistic statistic : network.statistics()) {
      if (!statistic.isCount()) {
        graph.addInitializer(
            tensor(statistic.name(), statistic.values(), statistic.values().length));
      }
    }
    String signal = "images";
    for (int i = 0; i < network.specs().size(); i++) {
      NodeProto.Builder node = node(network.specs().get(i), i, signal);
      if (node != null) {
        signal = "signal" + i;
        graph.addNode(node.addOutput(signal));
      }
    }
    return graph
        .addNode(
            NodeProto.newBuilder()
                .setOpType("Softmax")
                .addInput(signal)
                .addOutput("probabilities")
                .addAttribute(attribute("axis", -1)))
        .build();
  }

  /** The operator of a layer, with its inputs; null for dropout, which does nothing here. */
  private static NodeProto.@org.jspecify.annotations.Nullable Builder node(
      LayerSpec spec, int index, String signal) {
    NodeProto.Builder node = NodeProto.newBuilder().setName(index + " " + spec.text());
    node.addInput(signal);
    return switch (spec) {
      case LayerSpec.DenseSpec dense ->
          node.setOpType("Gemm").addInput(index + ".weight").addInput(index + ".bias");
      case LayerSpec.BatchNormSpec norm ->
          node.setOpType("BatchNormalization")
              .addInput(index + ".weight")
              .addInput(index + ".bias")
              .addInput(index + ".running_mean")
              .addInput(index + ".running_var")
              .addAttribute(attribute("epsilon", (float) BatchNorm.EPSILON));
      case LayerSpec.ReluSpec relu -> node.setOpType("Relu");
      case LayerSpec.LeakyReluSpec leaky ->
          node.setOpType("LeakyRelu").addAttribute(attribute("alpha", (float) leaky.slope()));
      case LayerSpec.TanhSpec tanh -> node.setOpType("Tanh");
      case LayerSpec.SigmoidSpec sigmoid -> node.setOpType("Sigmoid");
      case LayerSpec.GeluSpec gelu -> node.setOpType("Gelu");
      case LayerSpec.DropoutSpec dropout -> null;
    };
  }

  private static AttributeProto attribute(String name, int value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  private static ValueInfoProto value(String name, int columns) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }

  /** Weights stay [in, out]: that is how Gemm multiplies. */
  private static TensorProto tensor(Parameter parameter) {
    Matrix value = parameter.value();
    return parameter.isVector()
        ? tensor(parameter.name(), value.values(), value.columns())
        : tensor(parameter.name(), value.values(), value.rows(), value.columns());
  }

  private static TensorProto tensor(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (long size : shape) {
      tensor.addDims(size);
    }
    return tensor.build();
  }

  /** Reads what {@link #write} wrote: the same tensors and texts as a model.safetensors. */
  static Safetensors read(Path file) throws IOException {
    ModelProto model = parse(file);
    java.util.Map<String, String> metadata = new java.util.LinkedHashMap<>();
    model
        .getMetadataPropsList()
        .forEach(property -> metadata.put(property.getKey(), property.getValue()));
    java.util.Map<String, Safetensors.Tensor> tensors = new java.util.LinkedHashMap<>();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      tensors.put(tensor.getName(), OnnxFile.tensor(tensor, file));
    }
    return new Safetensors(metadata, tensors);
  }

  private static ModelProto parse(Path file) throws IOException {
    try (java.io.InputStream in =
        new java.io.BufferedInputStream(java.nio.file.Files.newInputStream(file))) {
      return OnnxMl.ModelProto.parseFrom(in);
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw refusal(file, "expected an ONNX model, got: " + e.getMessage());
    }
  }

  private static Safetensors.Tensor tensor(TensorProto tensor, Path file) throws FormatException {
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(values);
    List<Long> dims = tensor.getDimsList();
    long size = dims.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    if (size != values.length
        || dims.size() > 2
        || tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
      throw refusal(
          file,
          "expected tensor %s as raw floats of shape %s, got %d of them"
              .formatted(tensor.getName(), dims, values.length));
    }
    if (dims.size() < 2) {
      return new Safetensors.Tensor(dims, values, false);
    }
    Matrix value = Matrix.of(dims.get(0).intValue(), dims.get(1).intValue(), values);
    return new Safetensors.Tensor(dims.reversed(), ModelFile.transposed(value), false);
  }

  private static FormatException refusal(Path file, String expectedAndGot) {
    return new FormatException("cannot read the model", file.toString(), expectedAndGot);
  }
}
