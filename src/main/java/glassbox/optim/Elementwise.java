package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * An optimizer that changes each number by itself, so that the work can be shared among threads.
 *
 * <p>Each formula is one loop over plain arrays without calls or branches, which the compiler turns
 * into vector instructions.
 */
abstract class Elementwise implements Optimizer {
  final List<Parameter> parameters;
  private final Compute compute;
  private final List<Compute.Range> updates = new ArrayList<>();

  Elementwise(List<Parameter> parameters, Compute compute) {
    this.parameters = parameters;
    this.compute = compute;
    for (int p = 0; p < parameters.size(); p++) {
      int index = p;
      updates.add((from, to) -> update(index, from, to));
    }
  }

  /** Updates all numbers of all parameters. */
  final void updateAll() {
    for (int p = 0; p < updates.size(); p++) {
      compute.forEach(parameters.get(p).size(), updates.get(p));
    }
  }

  /** Updates the numbers [from, to) of one parameter. */
  abstract void update(int parameter, int from, int to);

  final float[] values(int parameter) {
    return parameters.get(parameter).value().values();
  }

  final float[] gradients(int parameter) {
    return parameters.get(parameter).gradient().values();
  }

  /** Memory of the past: an array of zeros for each parameter. */
  static List<float[]> zerosLike(List<Parameter> parameters) {
    return parameters.stream().map(parameter -> new float[parameter.size()]).toList();
  }
}
