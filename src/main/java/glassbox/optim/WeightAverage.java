package glassbox.optim;

import glassbox.nn.Network;
import glassbox.nn.Parameter;
import java.util.List;

/**
 * The exponential moving average of a network's weights (Polyak and Juditsky 1992), which answers
 * more steadily than the weights themselves. Statistics are taken over as they are.
 */
public final class WeightAverage {
  private final Network average;
  private final List<Parameter> averaged;
  private final double decay;
  private boolean begun;

  /**
   * An average that begins with the first {@link #update}.
   *
   * @param average a network of the same build, to hold it
   * @param decay share of the past, in [0, 1)
   */
  public WeightAverage(Network average, double decay) {
    this.average = average;
    this.averaged = average.parameters();
    this.decay = decay;
  }

  /** a = w at first, then a = decay a + (1 - decay) w. */
  public void update(Network live) {
    if (!begun) {
      begun = true;
      average.copyFrom(live);
      return;
    }
    List<Parameter> parameters = live.parameters();
    float fresh = (float) (1 - decay);
    for (int p = 0; p < averaged.size(); p++) {
      float[] a = averaged.get(p).value().values();
      float[] w = parameters.get(p).value().values();
      for (int i = 0; i < a.length; i++) {
        a[i] += fresh * (w[i] - a[i]);
      }
    }
    average.copyStatisticsFrom(live);
  }

  /** The network with the averaged weights. */
  public Network network() {
    return average;
  }

  /** Whether there has been an update. */
  public boolean isBegun() {
    return begun;
  }

  /** Sets what {@link #isBegun} gives, for a run that is entered later. */
  public void setBegun(boolean value) {
    begun = value;
  }
}
