package glassbox.nn;

import glassbox.linalg.Compute;
import glassbox.linalg.GradientUse;
import glassbox.linalg.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fully connected layer: every output is a weighted sum of all inputs, plus a bias. */
public final class Dense implements Layer {
  private final Compute compute;
  private final Parameter weight; // [D x H]
  private final Parameter bias; // [1 x H]
  private final Matrix y; // [N x H]
  private final Matrix dx; // [N x D]
  private @Nullable GradientUse gradientUse;
  private Matrix x; // [N x D], of the last forward pass

  Dense(int index, int inputs, int units, LayerContext context) {
    compute = context.compute();
    weight = Parameter.weights(index + ".weight", inputs, units);
    bias = Parameter.vector(index + ".bias", units);
    y = new Matrix(context.largestBatch(), units);
    dx = index == 0 ? new Matrix(0, inputs) : new Matrix(context.largestBatch(), inputs);
    x = new Matrix(0, inputs);
  }

  /** y = x W + b. */
  @Override
  public Matrix forward(Matrix input, Pass pass) {
    x = Shapes.require(input, inputs(), weight.name());
    compute.multiply(x, weight.value(), bias.value().values(), y.withRows(x.rows()));
    return y;
  }

  /** dL/dW = xᵀ dL/dy, dL/db = the sum of dL/dy over the batch, dL/dx = dL/dy Wᵀ. */
  @Override
  public Matrix backward(Matrix dy, boolean inputGradientNeeded) {
    Shapes.require(dy, outputs(), weight.name());
    compute.columnSums(dy, bias.gradient().values());
    if (gradientUse == null) {
      compute.multiplyTransposedLeft(x, dy, weight.gradient());
      if (inputGradientNeeded) {
        compute.multiplyTransposedRight(dy, weight.value(), dx.withRows(dy.rows()));
      }
    } else if (inputGradientNeeded) {
      compute.multiplyBack(x, dy, weight.value(), dx.withRows(dy.rows()), gradientUse);
    } else {
      compute.multiplyTransposedLeft(x, dy, weight.gradient(), gradientUse);
    }
    return dx;
  }

  /** From now on the weights' gradient goes to somebody as it is computed, and is not kept. */
  public void sendWeightGradientTo(GradientUse use) {
    gradientUse = use;
  }

  @Override
  public int inputs() {
    return weight.value().rows();
  }

  @Override
  public int outputs() {
    return weight.value().columns();
  }

  public Parameter weight() {
    return weight;
  }

  public Parameter bias() {
    return bias;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }
}
