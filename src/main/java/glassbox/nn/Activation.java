package glassbox.nn;

import glassbox.linalg.Matrix;

/** What all layers that treat each number by itself have in common: their buffers and widths. */
abstract class Activation implements Layer {
  private final String name;
  private final int width;
  final Matrix y; // [N x H]
  final Matrix dx; // [N x H]

  Activation(String name, int width, LayerContext context) {
    this.name = name;
    this.width = width;
    y = new Matrix(context.largestBatch(), width);
    dx = new Matrix(context.largestBatch(), width);
  }

  @Override
  public final Matrix forward(Matrix x, Pass pass) {
    Shapes.require(x, width, name);
    y.withRows(x.rows());
    apply(x.values(), y.values(), x.size(), pass);
    return y;
  }

  @Override
  public final Matrix backward(Matrix dy, boolean inputGradientNeeded) {
    Shapes.require(dy, width, name);
    dx.withRows(dy.rows());
    differentiate(dy.values(), dx.values(), dy.size());
    return dx;
  }

  /** Sets y[0..size) from x[0..size). */
  abstract void apply(float[] x, float[] y, int size, Pass pass);

  /** Sets dx[0..size) from dy[0..size) and what the last forward pass left. */
  abstract void differentiate(float[] dy, float[] dx, int size);

  @Override
  public final int inputs() {
    return width;
  }

  @Override
  public final int outputs() {
    return width;
  }
}
