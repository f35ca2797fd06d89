package glassbox.nn;

import glassbox.linalg.Matrix;

/** What all layers that treat each number by itself have in common: their buffers and widths. */
abstract class Activation implements Layer {
  private final String name;
  private final int width;
  final Matrix y; // [N x H]
  final Matrix dx; // [N x H]
  float[] x = {}; // of the last forward pass: the buffer of the layer below

  Activation(String name, int width, LayerContext context) {
    this.name = name;
    this.width = width;
    y = new Matrix(context.largestBatch(), width);
    dx = new Matrix(context.largestBatch(), width);
  }

  @Override
  public final Matrix forward(Matrix input, Pass pass) {
    Shapes.require(input, width, name);
    y.withRows(input.rows());
    x = input.values();
    apply(y.values(), input.size(), pass);
    return y;
  }

  @Override
  public final Matrix backward(Matrix dy, boolean inputGradientNeeded) {
    Shapes.require(dy, width, name);
    dx.withRows(dy.rows());
    differentiate(dy.values(), dx.values(), dy.size());
    return dx;
  }

  /** Sets out[0..size) from x[0..size). */
  abstract void apply(float[] out, int size, Pass pass);

  /** Sets out[0..size), the gradient of x, from dy[0..size) and what the last pass left. */
  abstract void differentiate(float[] dy, float[] out, int size);

  @Override
  public final int inputs() {
    return width;
  }

  @Override
  public final int outputs() {
    return width;
  }
}
