package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.linalg.GradientBlock;
import glassbox.linalg.GradientUse;
import glassbox.linalg.Matrix;
import glassbox.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An optimizer that changes each number by itself, so that it can work on any part of a parameter
 * as soon as that part's gradient is there, on any thread.
 */
abstract class Elementwise implements Optimizer {
  final Compute compute;
  private final List<Parameter> parameters;
  private final List<GradientUse> updates = new ArrayList<>();
  private final boolean[] early;

  Elementwise(List<Parameter> parameters, Compute compute) {
    this.parameters = parameters;
    this.compute = compute;
    early = new boolean[parameters.size()];
    for (int p = 0; p < parameters.size(); p++) {
      int index = p;
      updates.add(
          new GradientUse() {
            @Override
            public void take(GradientBlock block) {
              update(index, block);
            }

            @Override
            public @Nullable Matrix onlyWeights() {
              return remembers() ? null : value(index);
            }

            @Override
            public boolean keepsAtZero() {
              return Elementwise.this.keepsAtZero(index);
            }
          });
    }
  }

  @Override
  public final GradientUse early(Parameter parameter) {
    int index = parameters.indexOf(parameter);
    early[index] = true;
    return updates.get(index);
  }

  @Override
  public final void finish() {
    for (int p = 0; p < updates.size(); p++) {
      if (!early[p]) {
        compute.use(parameters.get(p).gradient(), updates.get(p));
      }
    }
  }

  /** Updates the part of a parameter that belongs to a block of its gradient. */
  abstract void update(int parameter, GradientBlock gradient);

  /** Whether more than its value is kept for each number. */
  boolean remembers() {
    return true;
  }

  /** Whether a parameter stays as it is where its gradient is 0. */
  boolean keepsAtZero(int parameter) {
    return false;
  }

  /** Whether weight decay reaches a parameter. */
  final boolean decays(int parameter, OptimizerSpec spec) {
    return spec.decayBiasAndNorm() || !parameters.get(parameter).isVector();
  }

  final Matrix value(int parameter) {
    return parameters.get(parameter).value();
  }

  /** Memory of the past: an array of zeros for each parameter. */
  static List<float[]> zerosLike(List<Parameter> parameters) {
    return parameters.stream().map(parameter -> new float[parameter.size()]).toList();
  }
}
