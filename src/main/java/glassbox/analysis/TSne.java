package glassbox.analysis;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * t-SNE: places points on a plane so that neighbours stay neighbours (van der Maaten, Hinton 2008;
 * by Barnes and Hut's approximation, van der Maaten 2014). Gradient descent with momentum and a
 * gain for each coordinate; settings and starts are scikit-learn's.
 */
public final class TSne {
  private static final double FIRST_MOMENTUM = 0.5;
  private static final double MOMENTUM = 0.8;
  private static final double LEAST_GAIN = 0.01;

  /** Standard deviation of the first positions: so near to each other that all can still pass. */
  private static final double FIRST_SPREAD = 1e-4;

  /** Iterations between two reports. */
  private static final int REPORT = 10;

  /**
   * How to go about it.
   *
   * @param perplexity how many neighbours a point effectively has; fewer where there are few points
   * @param theta how wide a square may look that counts as one point, in [0, 1]
   * @param iterations all of them
   * @param exaggerated how many of them pull harder and with less momentum, at the beginning
   * @param exaggeration by what
   */
  public record Settings(
      double perplexity, double theta, int iterations, int exaggerated, double exaggeration) {
    /** From nothing. */
    public static final Settings FRESH = new Settings(30, 0.5, 1000, 250, 12);

    /** From positions that were good for points a little different. */
    public static final Settings AGAIN = new Settings(30, 0.5, 150, 0, 12);

    public Settings {
      if (!(perplexity >= 1) || !(theta >= 0 && theta <= 1) || iterations < 1) {
        throw new IllegalArgumentException(
            "t-SNE needs perplexity >= 1, theta in [0, 1] and iterations >= 1, got %s, %s, %d"
                .formatted(perplexity, theta, iterations));
      }
    }
  }

  private final Settings settings;
  private final TSneGradient ascent;
  private final double rate;
  private final double[] positions;
  private final double[] velocity;
  private final double[] gain;
  private final double[] gradient;
  private int done;

  private TSne(Settings settings, Affinities affinities, double[] start, Compute compute) {
    this.settings = settings;
    ascent = new TSneGradient(affinities, settings.theta(), compute);
    rate = Math.max(affinities.points() / settings.exaggeration() / 4, 50);
    positions = start;
    velocity = new double[start.length];
    gain = new double[start.length];
    gradient = new double[start.length];
    java.util.Arrays.fill(gain, 1);
  }

  /**
   * Places points; null where it was called off.
   *
   * @param x [N x D] with at least 4 points
   * @param start [N x 2], positions to begin with; see {@link #principal}
   */
  static @Nullable Matrix place(
      Matrix x, Matrix start, Settings settings, Compute compute, Placing placing) {
    double perplexity = Math.min(settings.perplexity(), (x.rows() - 1) / 3.0);
    int perPoint = Math.min(x.rows() - 1, (int) (3 * perplexity + 1));
    Neighbours neighbours = Neighbours.of(x, perPoint, compute, placing::goesOn);
    if (neighbours == null) {
      return null;
    }
    Affinities affinities = new Affinities(new NeighbourShares(neighbours, perplexity, compute));
    double[] positions = new double[2 * x.rows()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = start.values()[i];
    }
    TSne descent = new TSne(settings, affinities, positions, compute);
    return descent.run(placing) ? descent.positions() : null;
  }

  /** The first two principal components, small, with a hundredth of noise by the seed. */
  static Matrix principal(Matrix x, long seed, Compute compute) {
    Matrix start = Projection.plane(new PrincipalComponents(x, 2, seed, compute));
    double squares = 0;
    for (int n = 0; n < start.rows(); n++) {
      squares += (double) start.get(n, 0) * start.get(n, 0);
    }
    double deviation = Math.sqrt(squares / start.rows());
    double factor = deviation > 0 ? FIRST_SPREAD / deviation : 0;
    RandomGenerator random = RandomStream.of(seed, "t-SNE", 0);
    for (int i = 0; i < start.size(); i++) {
      double noise = FIRST_SPREAD / 100 * random.nextGaussian();
      start.values()[i] = (float) (start.values()[i] * factor + noise);
    }
    return start;
  }

  private boolean run(Placing placing) {
    while (done < settings.iterations()) {
      iterate();
      if (done % REPORT == 0
          && !placing.reached((double) done / settings.iterations(), this::positions)) {
        return false;
      }
    }
    return true;
  }

  private void iterate() {
    boolean early = done < settings.exaggerated();
    double momentum = early ? FIRST_MOMENTUM : MOMENTUM;
    ascent.of(positions, early ? settings.exaggeration() : 1, gradient);
    for (int i = 0; i < positions.length; i++) {
      boolean onward = velocity[i] * gradient[i] < 0;
      gain[i] = Math.max(LEAST_GAIN, onward ? gain[i] + 0.2 : gain[i] * 0.8);
      velocity[i] = momentum * velocity[i] - rate * gain[i] * gradient[i];
      positions[i] += velocity[i];
    }
    done++;
  }

  private Matrix positions() {
    Matrix copy = new Matrix(positions.length / 2, 2);
    for (int i = 0; i < positions.length; i++) {
      copy.values()[i] = (float) positions[i];
    }
    return copy;
  }
}
