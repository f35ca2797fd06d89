package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;

/** What optimizers remember: an array for each parameter. */
final class Memory {
  private Memory() {}

  static List<float[]> zerosLike(List<Parameter> parameters) {
    return parameters.stream().map(parameter -> new float[parameter.size()]).toList();
  }
}
